using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Models.Language;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>What kinds of quantity a text of a file can be, where only the text says which.</summary>
/// <param name="Noun">What one is called: "a duration".</param>
/// <param name="Base">The unit in which results tell it: "s".</param>
/// <param name="Read">The value of a text in that unit; null where it is none of this kind.</param>
internal sealed record QuantityKind(string Noun, string Base, Func<string, double?> Read)
{
    /// <summary>Every kind; no text is of two of them.</summary>
    public static readonly IReadOnlyList<QuantityKind> All =
    [
        new("a duration", "s", text => Of(Syntaxes.Duration, text, value => value == TimeSpan.MaxValue ? null : value.Ticks / (double)TimeSpan.TicksPerSecond)),
        new("a size", "B", text => Of(Syntaxes.DataSize, text, value => value.Bytes)),
        new("a data rate", "B/s", text => Of(Syntaxes.DataRate, text, value => value.BytesPerSecond)),
        new("a frequency", "1/s", text => Of(Syntaxes.Frequency, text, value => value.PerSecond)),
        new("a share", "share", text => Of(Syntaxes.Share, text, value => value.Fraction)),
        new("a number", "count", text => Of(Syntaxes.Factor, text, value => value)),
    ];

    private static double? Of<T>(Syntax<T> syntax, string text, Func<T, double?> value)
    {
        Parsed<T> parsed = syntax.Parse(text);
        return parsed.Problem is null ? value(parsed.Value) : null;
    }
}

/// <summary>A number with its unit as it stands in a file, of whatever kind: <c>90m</c>, <c>200 MB/s</c>, <c>2.5%</c>, <c>4</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Value">Its value in the unit in which results tell its kind.</param>
/// <param name="Kind">Its kind.</param>
internal sealed partial record WrittenQuantity(string Text, double Value, QuantityKind Kind)
{
    /// <summary>A text as a quantity; null where it is none, or "never".</summary>
    public static WrittenQuantity? Of(string text)
    {
        foreach (QuantityKind kind in QuantityKind.All)
            if (kind.Read(text) is { } value) return new WrittenQuantity(text.Trim(), value, kind);
        return null;
    }

    /// <summary>Its unit with the space before it: " MB/s"; empty for a bare number.</summary>
    public string Unit => Tail().Match(Text).Value;

    /// <summary>How much one of its unit is, in the unit in which results tell its kind.</summary>
    public double OneUnit => Kind.Read("1" + Unit)!.Value;

    /// <summary>Whether it is a bare number without a point: a count, whose neighbours are counts too.</summary>
    public bool IsWhole => Unit.Length == 0 && !Text.Contains('.', StringComparison.Ordinal);

    /// <summary>Another value of its kind in its unit, rounded to so many digits; a count stays whole.</summary>
    /// <param name="value">The value, in the unit in which results tell its kind.</param>
    /// <param name="digits">How many digits are kept.</param>
    public string Like(double value, int digits) =>
        (IsWhole ? Math.Round((decimal)value, MidpointRounding.AwayFromZero) : Rounded(value / OneUnit, digits)).ToString("0.############", CultureInfo.InvariantCulture) + Unit;

    /// <summary>A value in the largest of several units of which it is at least one; whole where all that is written is.</summary>
    /// <param name="value">The value, in the unit in which results tell its kind.</param>
    /// <param name="digits">How many digits are kept.</param>
    /// <param name="written">Quantities of the kind; at least one.</param>
    public static string Like(double value, int digits, IReadOnlyList<WrittenQuantity> written)
    {
        WrittenQuantity[] likes = [.. written.Where(quantity => !quantity.IsWhole).DefaultIfEmpty(written[0]).OrderByDescending(quantity => quantity.OneUnit)];
        return (Array.Find(likes, like => value >= like.OneUnit) ?? likes[^1]).Like(value, digits);
    }

    private static decimal Rounded(double number, int digits) =>
        decimal.Parse(number.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(" ?[^0-9. ]*$")]
    private static partial Regex Tail();
}
