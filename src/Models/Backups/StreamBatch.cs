using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>What one poll of a change stream takes at most: so many changes, or so many bytes of log.</summary>
/// <param name="Changes">So many changes; null where a size is given.</param>
/// <param name="Size">So many bytes of log; null where a number of changes is given.</param>
public sealed record StreamBatch(int? Changes, DataSize? Size)
{
    /// <summary>A poll takes whatever there is.</summary>
    public static readonly StreamBatch Unlimited = new(null, null);

    private const string Unit = "changes";

    /// <summary>How it is written: <c>2048 changes</c> or <c>1 MB</c>.</summary>
    public static readonly Syntax<StreamBatch> Syntax = new Syntax<StreamBatch>("a number of changes or a size", @"^([0-9]+ changes|[0-9]+(\.[0-9]+)? ?([kMGTP]?B|[KMGT]iB))$", "2048 changes", Parse).Or("unlimited", Unlimited);

    /// <summary>The same in bytes of log; infinite where it is not limited.</summary>
    /// <param name="change">Bytes of log that one change makes.</param>
    public double Bytes(DataSize change) => Changes is { } changes ? changes * change.Bytes : Size?.Bytes ?? double.PositiveInfinity;

    private static Parsed<StreamBatch> Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.EndsWith(Unit, StringComparison.Ordinal))
            return Syntaxes.Count.Parse(trimmed[..^Unit.Length]).Then(count => count > 0 ? Parsed.Ok(new StreamBatch(count, null)) : Nothing(trimmed));
        if (trimmed.All(char.IsAsciiDigit) && trimmed.Length > 0) return Parsed.No<StreamBatch>($"bare number {trimmed}: write {trimmed} changes, or a size such as 1 MB");
        Parsed<DataSize> size = DataSize.Parse(trimmed);
        return size.Problem is not null
            ? Parsed.No<StreamBatch>($"'{trimmed}' is neither a number of changes nor a size: write 2048 changes, 1 MB or unlimited")
            : size.Value.Bytes > 0 ? Parsed.Ok(new StreamBatch(null, size.Value)) : Nothing(trimmed);
    }

    private static Parsed<StreamBatch> Nothing(string text) => Parsed.No<StreamBatch>($"'{text}' takes nothing: a poll takes at least one change");
}
