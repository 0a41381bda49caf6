using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>The share that is back over time in every variant, on one axis.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the first deletion.</param>
/// <param name="Lines">Name of each variant, its number and its median curve.</param>
/// <param name="Subject">Of what: "site users".</param>
public sealed record RestoredByVariant(
    string Caption, Axis Time, IReadOnlyList<(string Variant, int Number, Curve Curve)> Lines, string Subject)
    : Chart("restored-by-variant", "How much is back, and when, in each variant", Caption)
{
    /// <summary>The chart, if two variants or more have a curve to compare.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var lines = result.Variants.Select((v, i) => (Variant: Words.Plain(v.Name), Number: i, Curve: Main(v)))
            .Where(l => l.Curve is not null).Select(l => (l.Variant, l.Number, l.Curve!)).ToList();
        if (lines.Count < 2) yield break;
        List<double> halves = [.. lines.Select(l => Reaches(l.Item3, 0.5)).Where(double.IsFinite)];
        double end = lines.Max(l => Reaches(l.Item3, l.Item3.Median[^1]));
        Axis time = Axis.Between(halves.Where(h => h > 0).DefaultIfEmpty(end).Min() / 3, end * 1.05, "s", hasZero: false);
        string caption = "Median over trials. Further left is sooner; compare where the lines cross a height that matters to you."
            + (time.IsLogarithmic ? " Each step along the axis is a factor, not a sum: a small distance at the right is days." : "");
        yield return new RestoredByVariant(caption, time, lines, lines[0].Item3.Subject);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(l => Key.OfVariant(l.Variant, l.Number))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the first deletion, or the first outage");
        plot.ShareAxis($"share of {Words.Plain(Subject)} back");
        foreach ((string variant, int number, Curve curve) in Lines)
            plot.Line([.. curve.Times.Select(t => Time.Place(t.TotalSeconds)), Time.High], [.. curve.Median, curve.Median[^1]], Key.OfVariant(variant, number));
    }

    private static Curve? Main(VariantResult variant) =>
        variant.Curves.Where(c => c.Measure == "restored" && c.Times.Count > 0)
            .OrderBy(c => c.Subject.EndsWith("users", StringComparison.Ordinal) ? 0 : 1).FirstOrDefault();

    private static double Reaches(Curve curve, double share)
    {
        for (int i = 0; i < curve.Times.Count; i++)
            if (curve.Median[i] >= share) return curve.Times[i].TotalSeconds;
        return double.PositiveInfinity;
    }
}
