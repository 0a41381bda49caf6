using System.Text.RegularExpressions;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>What values of an input are drawn from: a distribution, or a range of which each value, or by factor each power, is alike.</summary>
/// <param name="Kind">What kind of quantity is drawn.</param>
/// <param name="Quantile">The value below which a share of all draws lies, in the unit in which results tell the kind.</param>
/// <param name="Written">The quantities that stand in it: in their units values are written.</param>
internal sealed partial record Spread(QuantityKind Kind, Func<double, double> Quantile, IReadOnlyList<WrittenQuantity> Written)
{
    private const int MostDigits = 15;

    /// <summary>Reads a distribution or a range.</summary>
    public static Parsed<Spread> Parse(string text) => ValueRange.IsMeant(text) ? ValueRange.Parse(text, stepped: false).Then(range => Parsed.Ok(Of(range))) : ParseLaw(text);

    /// <summary>Reads a distribution of quantities of whatever kind.</summary>
    public static Parsed<Spread> ParseLaw(string text)
    {
        if (WrittenQuantity.Of(text) is not null) return Parsed.No<Spread>($"'{text}' is one value: a distribution is expected, such as uniform(1h 24h)");
        WrittenQuantity[] inside = [.. Quantity().Matches(text).Select(Found).OfType<WrittenQuantity>()];
        QuantityKind[] kinds = [.. inside.Select(quantity => quantity.Kind).Distinct().OrderBy(kind => kind.Base == "count")];
        Parsed<Distribution> parsed = Parsed.No<Distribution>($"'{text}' is not a distribution: write one like uniform(1h 24h) or lognormal(median 50 GB p95 200 GB)");
        foreach (QuantityKind kind in kinds)
        {
            parsed = Law.Parse(text, new Measure(kind.Noun, inside[0].Text, inside[^1].Text, part => kind.Read(part) is { } value ? Parsed.Ok(value) : Parsed.No<double>($"'{part}' is not {kind.Noun}"),
                kind.Base, value => WrittenQuantity.Like(value, MostDigits, inside)));
            if (parsed.Problem is null) return Parsed.Ok(new Spread(kind, parsed.Value.Quantile, [.. inside.Where(quantity => quantity.Kind == kind)]));
        }
        return Parsed.No<Spread>(parsed.Problem!);
    }

    /// <summary>A value as somebody would write it, who keeps it within two others.</summary>
    /// <param name="share">The share of all draws that is below it.</param>
    /// <param name="low">The share that is below the lower one.</param>
    /// <param name="high">The share that is below the upper one.</param>
    public string ValueWithin(double share, double low, double high)
    {
        double value = Quantile(share), least = Quantile(low), most = high >= 1 ? double.PositiveInfinity : Quantile(high);
        for (int digits = 3; digits < MostDigits; digits++)
        {
            string text = Value(value, digits);
            if (Kind.Read(text) is { } read && read >= least && read < most) return text;
        }
        return Value(value, MostDigits);
    }

    /// <summary>A value as text.</summary>
    public string Value(double value, int digits) => WrittenQuantity.Like(value, digits, Written);

    /// <summary>
    /// A text, a distribution perhaps, with its quantities times a factor: those of the first one's kind that is no share, so that the weights of a mixture
    /// and the hours of a course stay, and so do bare shapes. Null where it has no quantity.
    /// </summary>
    public static string? Times(string text, double factor, int digits)
    {
        WrittenQuantity[] inside = [.. Quantity().Matches(text).Select(Found).OfType<WrittenQuantity>()];
        if ((Array.Find(inside, quantity => quantity.Kind.Base != "share") ?? inside.FirstOrDefault())?.Kind is not { } kind) return null;
        return Quantity().Replace(text, found => Found(found) is { } quantity && quantity.Kind == kind
            ? quantity.Like(quantity.Value * factor, digits) + found.Value[(found.Value.StartsWith(quantity.Text, StringComparison.Ordinal) ? quantity.Text.Length : found.Length)..]
            : found.Value);
    }

    /// <summary>A number may have a word behind it that is no unit.</summary>
    private static WrittenQuantity? Found(Match found) => WrittenQuantity.Of(found.Value) ?? WrittenQuantity.Of(found.Groups["number"].Value);

    private static Spread Of(ValueRange range)
    {
        (double low, double high) = (Math.Min(range.From.Value, range.To.Value), Math.Max(range.From.Value, range.To.Value));
        bool isWhole = range.From.IsWhole && range.To.IsWhole && !range.IsByFactor; // of counts each is alike, the ends too
        return new Spread(range.From.Kind, share => isWhole ? Math.Min(high, Math.Floor(low + share * (high - low + 1))) : range.At(share), [range.From, range.To]);
    }

    [GeneratedRegex("(?<![^ (])(?<!(sigma|shape) )(?<number>[0-9]+(\\.[0-9]+)?) ?[A-Za-z%/]*")]
    private static partial Regex Quantity();
}
