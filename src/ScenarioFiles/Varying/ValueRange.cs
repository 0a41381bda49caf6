using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>
/// Values between two ends: <c>from 1h to 24h in 5 steps</c> are 5 values, both ends among them, and <c>by factor</c> behind it makes each so many times
/// the one before. Without steps it is what a sample draws from, each value alike, or with <c>by factor</c> each power alike.
/// </summary>
/// <param name="From">The first end.</param>
/// <param name="To">The other one, above or below.</param>
/// <param name="Steps">How many values; null where the ends alone are told.</param>
/// <param name="IsByFactor">Whether steps are factors rather than sums.</param>
internal sealed partial record ValueRange(WrittenQuantity From, WrittenQuantity To, int? Steps, bool IsByFactor)
{
    private const int MostDigits = 6;

    /// <summary>Whether a text is meant to be a range.</summary>
    public static bool IsMeant(string text) => text.TrimStart().StartsWith("from ", StringComparison.Ordinal);

    /// <summary>Reads a range.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stepped">Whether it must tell its steps; otherwise it must not.</param>
    public static Parsed<ValueRange> Parse(string text, bool stepped)
    {
        string form = stepped ? "from 1h to 24h in 5 steps, with 'by factor' behind it where each is so many times the one before" : "from 1h to 24h, or from 1h to 24h by factor";
        Match found = Form().Match(text.Trim());
        if (!found.Success || found.Groups["steps"].Success != stepped) return Parsed.No<ValueRange>($"'{text}' is not a range: write one like {form}");
        string from = found.Groups["from"].Value, to = found.Groups["to"].Value;
        if (WrittenQuantity.Of(from) is not { } low) return Parsed.No<ValueRange>($"'{from}' is not a quantity: a range goes from one quantity to another, as in {form}");
        if (WrittenQuantity.Of(to) is not { } high) return Parsed.No<ValueRange>($"'{to}' is not a quantity: a range goes from one quantity to another, as in {form}");
        if (low.Kind != high.Kind) return Parsed.No<ValueRange>($"a range cannot go from {low.Kind.Noun} to {high.Kind.Noun}");
        if (low.Value.Equals(high.Value)) return Parsed.No<ValueRange>($"'{text}' is empty: its ends are the same");
        bool isByFactor = found.Groups["factor"].Success;
        if (isByFactor && Math.Min(low.Value, high.Value) <= 0) return Parsed.No<ValueRange>($"no factor leads from 0 to something: the ends of a range by factor are more than 0");
        int? steps = stepped ? int.TryParse(found.Groups["steps"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : int.MaxValue : null;
        return steps is null or (>= 2 and <= Combinations.Most)
            ? Parsed.Ok(new ValueRange(low, high, steps, isByFactor))
            : Parsed.No<ValueRange>($"a range has 2 to {Combinations.Most} steps, both ends among them");
    }

    /// <summary>The values as somebody would write them, the ends as they are written; null where so many differ in nothing that is told.</summary>
    public IReadOnlyList<string>? Values()
    {
        for (int digits = IsByFactor ? 2 : 3; digits <= MostDigits; digits++)
        {
            string[] values = [From.Text, .. Enumerable.Range(1, Steps!.Value - 2).Select(step => WrittenQuantity.Like(At(step / (Steps.Value - 1.0)), digits, [From, To])), To.Text];
            if (values.Distinct().Count() == values.Length) return values;
        }
        return null;
    }

    /// <summary>The value at a share of the way.</summary>
    /// <param name="share">In [0, 1].</param>
    public double At(double share) => IsByFactor ? From.Value * PureMath.Pow(To.Value / From.Value, share) : From.Value + (To.Value - From.Value) * share;

    [GeneratedRegex("^from (?<from>.+?) to (?<to>.+?)( in (?<steps>[0-9]+) steps)?(?<factor> by factor)?$")]
    private static partial Regex Form();
}
