using System.Globalization;
using Simulator.Kernel.Randomness;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults;

/// <summary>How many of several are meant: all of them, a number, or a share.</summary>
/// <param name="Count">The number; null where another way is used.</param>
/// <param name="Share">The share; null where another way is used.</param>
public readonly record struct Pick(int? Count, Share? Share)
{
    /// <summary>The ones that are meant, in ascending order; which ones a number or a share means is drawn. A share is rounded to the nearest whole, but is at least one.</summary>
    /// <param name="all">How many there are.</param>
    /// <param name="stream">Where the luck comes from; all of them need none.</param>
    public IReadOnlyList<int> Of(int all, RandomStream stream)
    {
        if (Count is null && Share is null) return [.. Enumerable.Range(0, all)];
        int number = Count ?? Math.Max(1, (int)Math.Round(Share!.Value.Fraction * all));
        return [.. Draw.Distinct(number, all, stream).Order()];
    }

    /// <summary>Reads <c>one</c>, <c>3</c> or <c>10%</c>.</summary>
    public static Parsed<Pick> Parse(string text)
    {
        if (text == "one") return Parsed.Ok(new Pick(1, null));
        if (text.EndsWith('%')) return Quantities.Share.Parse(text).Then(share => share.Fraction > 0 ? Parsed.Ok(new Pick(null, share)) : Nobody(text));
        return Syntaxes.Count.Parse(text).Then(count => count >= 1 ? Parsed.Ok(new Pick(count, null)) : Nobody(text));
    }

    /// <summary>As in a scenario, with the space behind it; empty where all are meant.</summary>
    public override string ToString() => Count is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{count} of ")
        : Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share.Fraction * 100:0.##}% of ") : "";

    private static Parsed<Pick> Nobody(string text) => Parsed.No<Pick>($"'{text}' hits nothing: write at least 1, or more than 0%");
}
