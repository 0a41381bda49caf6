using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>The units of one kind of quantity, and how a text in them is read.</summary>
/// <param name="Noun">What the quantity is called in a message: "a size".</param>
/// <param name="Example">A valid text.</param>
/// <param name="Choice">The units in words, following "needs a unit, ".</param>
/// <param name="Factors">Unit by unit: how many base units it is, as a fraction.</param>
/// <param name="Largest">The largest value in words; beyond it a text is surely a mistake.</param>
internal sealed record Units(string Noun, string Example, string Choice, IReadOnlyDictionary<string, (decimal Times, decimal Per)> Factors, string Largest)
{
    /// <summary>The largest value of every kind, in base units.</summary>
    private const double Limit = 1e19;

    /// <summary>Reads <c>number [" "] unit</c>.</summary>
    public Parsed<double> Parse(string text)
    {
        Parsed<(decimal Number, string Unit)> split = Numbers.Split(text, Noun, Example);
        if (split.Problem is { } problem) return Parsed.No<double>(problem);
        (decimal number, string unit) = split.Value;
        if (unit.Length == 0) return Parsed.No<double>($"bare number {text.Trim()}: {Noun} needs a unit, {Choice}");
        if (!Factors.TryGetValue(unit, out (decimal Times, decimal Per) factor)) return Parsed.No<double>(NoUnit(unit));
        double value = (double)number * (double)factor.Times / (double)factor.Per;
        if (value > Limit) return Parsed.No<double>($"'{text.Trim()}' is too large: {Noun} is at most {Largest}");
        return Parsed.Ok(Exact(number, factor) ?? value);
    }

    private string NoUnit(string unit)
    {
        string[] guesses = [unit.Replace("ps", "/s", StringComparison.Ordinal), unit + "/s", unit.Split('/')[0]];
        string? near = guesses.FirstOrDefault(Factors.ContainsKey) ?? Near.Find(unit, Factors.Keys) ?? Near.Find(unit + "/s", Factors.Keys);
        if (Bits(unit) is { } bits) return $"'{unit}' could be bits or bytes: write {bits}";
        return $"'{unit}' is not a unit of {Noun[(Noun.IndexOf(' ', StringComparison.Ordinal) + 1)..]}, which is {Choice}" + (near is null ? "" : $"; did you mean '{near}'?");
    }

    /// <summary>"Mb/s" is read as either by somebody.</summary>
    private static string? Bits(string unit) =>
        unit is [('k' or 'K' or 'M' or 'G') and var prefix, 'b', '/', 's'] ? $"{prefix}bit/s or {prefix}B/s" : null;

    /// <summary>The value without the rounding of an intermediate product, where it is a decimal fraction of at most 28 digits.</summary>
    private static double? Exact(decimal number, (decimal Times, decimal Per) factor)
    {
        try
        {
            return (double)(number * factor.Times) / (double)factor.Per;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
