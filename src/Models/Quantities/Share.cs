using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>A part of a whole, or a probability.</summary>
/// <param name="Fraction">From 0 (none) to 1 (all).</param>
public readonly record struct Share(double Fraction) : IComparable<Share>
{
    /// <summary>Nothing of it.</summary>
    public static readonly Share None;

    /// <summary>All of it.</summary>
    public static readonly Share All = new(1);

    /// <summary>Reads <c>2.5%</c>; a bare number and more than 100% are problems.</summary>
    public static Parsed<Share> Parse(string text) => Numbers.Split(text, "a share", "2.5%").Then(split => split switch
    {
        (_, "") => Parsed.No<Share>($"bare number {text.Trim()}: a share needs a percent sign, such as 2.5%"),
        (_, not "%") => Parsed.No<Share>($"'{split.Tail}' is not a unit of share, which is %: write one like 2.5%"),
        ( > 100, _) => Parsed.No<Share>($"'{text.Trim()}' is too large: a share is between 0% and 100%"),
        _ => Parsed.Ok(new Share((double)(split.Number / 100))),
    });

    /// <summary>Less than.</summary>
    public static bool operator <(Share a, Share b) => a.Fraction < b.Fraction;

    /// <summary>More than.</summary>
    public static bool operator >(Share a, Share b) => a.Fraction > b.Fraction;

    /// <summary>At most.</summary>
    public static bool operator <=(Share a, Share b) => a.Fraction <= b.Fraction;

    /// <summary>At least.</summary>
    public static bool operator >=(Share a, Share b) => a.Fraction >= b.Fraction;

    /// <inheritdoc/>
    public int CompareTo(Share other) => Fraction.CompareTo(other.Fraction);

    /// <summary>In percent, to four places: <c>2.5%</c>.</summary>
    public override string ToString() => (Fraction * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
}
