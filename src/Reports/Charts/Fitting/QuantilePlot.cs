using ScottPlot;
using Simulator.Experiments.Fitting;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts.Fitting;

/// <summary>Q-Q: every observed value against the value that a fitted distribution has at its place. On the line they agree.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">What was observed.</param>
/// <param name="Scale">Both axes' scale.</param>
/// <param name="Families">The families' keys and points, as fitted and observed values.</param>
public sealed record QuantilePlot(string Caption, string Label, Axis Scale, IReadOnlyList<(Key Look, IReadOnlyList<(double Fitted, double Observed)> Points)> Families)
    : Chart("quantiles", "Observed against fitted, value by value (Q-Q)", Caption)
{
    private const int MostPoints = 300;

    /// <summary>The chart of the best few families.</summary>
    public static IEnumerable<Chart> Of(FitResult result)
    {
        if (result.Ranked.Count == 0) yield break;
        double[] observed = result.Data.Exact, places = result.Data.Positions();
        int[] kept = [.. Enumerable.Range(0, observed.Length).Where(i => observed.Length <= MostPoints || i < 20 || i >= observed.Length - 20 || i % (observed.Length / (MostPoints - 40) + 1) == 0)];
        var families = BestFits.Of(result).Select(best => (best.Look with { Mark = Mark.Point }, (IReadOnlyList<(double, double)>)[.. kept.Select(i => (best.Fit.Law.Quantile(places[i]), observed[i]))])).ToList();
        double most = observed[^1] * 1.6;
        string caption = "Each point is a value that was observed: upward what it is, across what the fitted distribution has at the same place of the order. Points above the line at the right: the data have a"
            + " longer tail than the fit. Both axes are the same." + (result.Data.IsWhole ? "" : " Censored values have no point; they move the places of the others (Kaplan-Meier).");
        double least = observed.Where(value => value > 0).DefaultIfEmpty(most / 100).First();
        yield return new QuantilePlot(caption, BestFits.LabelOf(result), Axis.Between(least * 0.8, most, result.Column.Measure.Unit, observed[0] <= 0), families);
    }

    /// <inheritdoc/>
    public override int Height => 620;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Families.Select(family => family.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, $"{Label} as fitted");
        plot.Upward(Scale, $"{Label} as observed");
        plot.Line([Scale.Low, Scale.High], [Scale.Low, Scale.High], new Key("", Mark.Line, Inks.Muted, 1.5f, LinePattern.Dotted));
        foreach ((Key look, IReadOnlyList<(double Fitted, double Observed)> points) in Families.Reverse())
            foreach ((double fitted, double observed) in points)
                if (double.IsFinite(fitted)) plot.Add.Marker(Math.Min(Scale.Place(fitted), Scale.High), Scale.Place(observed), MarkerShape.FilledCircle, 6, look.Color);
    }
}
