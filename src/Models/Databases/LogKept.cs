using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <summary>How much of its log a database keeps for those who read it later: so many bytes, or all of so long.</summary>
/// <param name="Bytes">So many bytes; null where a duration is given.</param>
/// <param name="For">All of so long; null where a size is given.</param>
public sealed record LogKept(DataSize? Bytes, TimeSpan? For)
{
    /// <summary>All of it, for ever.</summary>
    public static readonly LogKept Unlimited = new(null, null);

    /// <summary>How it is written.</summary>
    public static readonly Syntax<LogKept> Syntax = new Syntax<LogKept>("a size or a duration", @"^[0-9].*$", "64 GB", Parse).Or("unlimited", Unlimited);

    private static Parsed<LogKept> Parse(string text)
    {
        Parsed<DataSize> size = DataSize.Parse(text);
        if (size.Problem is null) return size.Value.Bytes > 0 ? Parsed.Ok(new LogKept(size.Value, null)) : Parsed.No<LogKept>($"'{text}' keeps nothing: write more, such as 64 GB");
        Parsed<TimeSpan> time = Durations.Parse(text);
        if (time.Problem is not null) return Parsed.No<LogKept>($"'{text}' is neither a size nor a duration: write 64 GB, 8h or unlimited");
        return time.Value > TimeSpan.Zero ? Parsed.Ok(new LogKept(null, time.Value)) : Parsed.No<LogKept>($"'{text}' keeps nothing: write more, such as 8h");
    }
}
