using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>How long tenants or databases were down: the cumulative distribution in every variant.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Downtime.</param>
/// <param name="Lines">Name of each variant, its number and its distribution.</param>
public sealed record Downtime(string Caption, Axis Time, IReadOnlyList<(string Variant, int Number, Distribution Values)> Lines)
    : Chart("downtime", "How long each one was down", Caption)
{
    /// <summary>The chart, if any variant has a downtime.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        IReadOnlyList<Picked> samples = Picked.Of(result, "downtime");
        var lines = samples.Select(s => (Words.Plain(s.Label), s.Number, Values: Distribution.Of(s.Sample.Sorted))).ToList();
        var drawn = lines.Where(l => l.Values.Largest > 0).ToList();
        if (drawn.Count == 0) yield break;
        bool hasZero = drawn.Any(l => l.Values.Points[0].Value <= 0);
        Axis time = Axis.Between(drawn.Min(l => l.Values.Smallest), drawn.Max(l => l.Values.Largest), "s", hasZero);
        yield return new Downtime(CaptionOf(lines), time, drawn);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(l => Key.OfVariant(l.Variant, l.Number))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "downtime");
        plot.ShareAxis("share down no longer than this");
        foreach ((string variant, int number, Distribution values) in Lines)
            plot.Cumulative(Time, values, Key.OfVariant(variant, number));
    }

    private static string CaptionOf(IReadOnlyList<(string Variant, int Number, Distribution Values)> lines)
    {
        string caption = "All members of all trials. Read across at 50 % for the typical one and at the top for the unluckiest;"
            + " a steep line treats all alike.";
        foreach ((string variant, _, Distribution values) in lines)
        {
            string never = Humane.Format((double)values.Infinite / values.Count, "share");
            if (values.Infinite > 0) caption += $" In {variant}, {never} never came back: its line stays below 100 %.";
            else if (values.Largest == 0) caption += $" In {variant} nobody was down: no line.";
        }
        return caption;
    }
}
