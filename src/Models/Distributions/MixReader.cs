using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Distributions;

/// <summary>Reads the inside of <c>mix(30% fixed(1h) 70% uniform(2h 3h))</c>: each percent opens a part.</summary>
internal static class MixReader
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The whole text, for messages.</param>
    /// <param name="inside">What stands between the parentheses.</param>
    /// <param name="measure">In what the values are told.</param>
    public static Parsed<Distribution> Read(string text, string inside, Measure measure)
    {
        List<(string Weight, string Law)> parts = Split(inside);
        if (parts.Count < 2 || parts.Exists(part => part.Weight.Length == 0 || part.Law.Length == 0))
            return Parsed.No<Distribution>($"'{text}' is not a mix: write percent and distribution in turn, such as mix(30% {measure.Small} 70% uniform({measure.Small} {measure.Large}))");
        List<(double, Distribution)> laws = [];
        double total = 0;
        foreach ((string weight, string law) in parts)
        {
            Parsed<Share> share = Share.Parse(weight);
            if (share.Problem is { } wrong) return Parsed.No<Distribution>($"in '{text}': {wrong}");
            if (share.Value == Share.None) return Parsed.No<Distribution>($"'{text}' gives a part 0%: leave it out");
            Parsed<Distribution> read = Law.Parse(law, measure);
            if (read.Problem is { } problem) return Parsed.No<Distribution>($"in '{text}': {problem}");
            if (read.Value is Fixed { Value: double.PositiveInfinity }) return Parsed.No<Distribution>($"'{text}' mixes in 'never', which stands alone");
            laws.Add((share.Value.Fraction, read.Value));
            total += share.Value.Fraction;
        }
        return Math.Abs(total - 1) < 1e-9
            ? Parsed.Ok<Distribution>(new Mix(laws))
            : Parsed.No<Distribution>($"'{text}' adds up to {new Share(total)}: the parts of a mix make 100%");
    }

    private static List<(string Weight, string Law)> Split(string inside)
    {
        List<(string Weight, string Law)> parts = [];
        int depth = 0;
        foreach (string token in inside.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (depth == 0 && token.EndsWith('%')) parts.Add((token, ""));
            else if (parts.Count == 0) parts.Add(("", token));
            else parts[^1] = (parts[^1].Weight, (parts[^1].Law + " " + token).TrimStart());
            depth += token.Count(c => c == '(') - token.Count(c => c == ')');
        }
        return parts;
    }
}
