using System.Globalization;
using Simulator.Experiments.Measures;
using Simulator.Models.Costs;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Experiments.Expectations;

/// <summary>Reads the limit of a measure in the unit that the measure has.</summary>
internal static class Quantity
{
    /// <summary>Instead of the unit "count" where a mean of counts is limited, which need not be whole.</summary>
    internal const string MeanCount = "mean count";

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text: "5m", "1%", "12 writes".</param>
    /// <param name="unit">A unit of the table of measures; the value is in it.</param>
    internal static Parsed<double> Read(string text, string unit) => unit switch
    {
        "s" => Durations.Parse(text).Then(d => Parsed.Ok(d == TimeSpan.MaxValue ? double.PositiveInfinity : d.TotalSeconds)),
        "B" => DataSize.Parse(text).Then(size => Parsed.Ok(size.Bytes)),
        "share" => Share.Parse(text).Then(share => Parsed.Ok(share.Fraction)),
        "1/d" => Frequency.Parse(text).Then(rate => Parsed.Ok(rate.PerSecond * 86_400)),
        "count" => Syntaxes.Count.Parse(text).Then(count => Parsed.Ok((double)count)),
        MeanCount => Number(text, "a mean count", "2.5"),
        "writes" => Writes(text),
        CostMeasures.Money => Money(text),
        _ => Number(text, "a ratio", "15.5"),
    };

    private static Parsed<double> Writes(string text)
    {
        const string unit = " writes";
        if (text.EndsWith(unit, StringComparison.Ordinal)) return Number(text[..^unit.Length], "a number of writes", "20 writes");
        return Parsed.No<double>(IsNumber(text)
            ? $"bare number {text}: a number of writes needs its unit, {text} writes"
            : $"'{text}' is not a number of writes: write one like 20 writes");
    }

    private static Parsed<double> Money(string text)
    {
        string[] words = text.Split(' ');
        if (words.Length == 2 && Rate.IsCurrency(words[1])) return Number(words[0], "an amount of money", "900");
        return Parsed.No<double>(IsNumber(text)
            ? $"bare number {text}: an amount of money needs its currency, as in {text} EUR"
            : $"'{text}' is not an amount of money: write one like 900 EUR");
    }

    private static Parsed<double> Number(string text, string noun, string example) => IsNumber(text)
        ? Parsed.Ok(double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
        : Parsed.No<double>($"'{text}' is not {noun}: write one like {example}");

    private static bool IsNumber(string text) =>
        text.Length is > 0 and <= 20 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])
        && text.All(c => char.IsAsciiDigit(c) || c == '.') && text.Count(c => c == '.') <= 1;
}
