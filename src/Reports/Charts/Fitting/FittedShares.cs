using ScottPlot;
using Simulator.Experiments.Fitting;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;
using Law = Simulator.Models.Distributions.Distribution;

namespace Simulator.Reports.Charts.Fitting;

/// <summary>The cumulative distribution of the data and of the best few families.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">What was observed.</param>
/// <param name="Scale">The values' axis.</param>
/// <param name="Observed">The data: values and the share up to each.</param>
/// <param name="Families">The families' keys and distributions.</param>
public sealed record FittedShares(string Caption, string Label, Axis Scale, (double[] Values, double[] Shares) Observed, IReadOnlyList<(Key Look, Law Law)> Families)
    : Chart("shares", "Share of values up to each (CDF)", Caption)
{
    private const int Points = 300;
    private static readonly Key s_observed = new("observed", Mark.Line, Inks.Ink, 3);

    /// <summary>The chart of the best few families.</summary>
    public static IEnumerable<Chart> Of(FitResult result)
    {
        if (result.Ranked.Count == 0) yield break;
        double[] observed = result.Data.Exact;
        double least = observed.Where(value => value > 0).DefaultIfEmpty(1e-3).First();
        yield return new FittedShares(
            "The steps are the data, the lines the fitted distributions. Where a line leaves the steps, draws from it will be too short or too long there." + (result.Data.IsWhole ? "" : " With censored values the steps are the Kaplan-Meier estimate."),
            BestFits.LabelOf(result), Axis.Between(least * 0.7, observed[^1] * 1.3, result.Column.Measure.Unit, observed[0] <= 0), (observed, result.Data.Shares()),
            [.. BestFits.Of(result).Select(best => (best.Look, best.Fit.Law))]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [s_observed, .. Families.Select(family => family.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, Label);
        plot.ShareAxis("share of values up to this");
        (double[] values, double[] shares) = Observed;
        double[] xs = [.. values.SelectMany(value => (double[])[Scale.Place(value), Scale.Place(value)])];
        double[] ys = [.. shares.SelectMany((share, i) => (double[])[i == 0 ? 0 : shares[i - 1], share])];
        plot.Line(xs, ys, s_observed);
        foreach ((Key look, Law law) in Families)
        {
            double[] places = [.. Enumerable.Range(0, Points + 1).Select(i => Scale.Low + (Scale.High - Scale.Low) * i / Points)];
            plot.Line(places, [.. places.Select(place => law.Cumulative(ValueAt(place)))], look);
        }
    }

    private double ValueAt(double place) => (Scale.IsLogarithmic ? Math.Pow(10, place) : place) * Scale.Divisor;
}
