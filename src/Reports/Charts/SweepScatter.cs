using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>A figure over one axis of a sample, in which no two variants share a place: a point a variant.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Name">Name of its files.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Along">The axis that matters most to it.</param>
/// <param name="Across">Its values.</param>
/// <param name="Upward">The figure's values.</param>
public sealed record SweepScatter(SweepFigure Figure, string Name, string Caption, SweepAxis Along, Axis Across, Axis Upward)
    : Chart(Name, $"{Words.Plain(Figure.Label, 60)} over {Words.Plain(Along.Name, 60)}", Caption)
{
    /// <summary>The chart of a figure.</summary>
    internal static SweepScatter Of(SweepFigure figure, string name, IReadOnlyList<SweepAxis> axes)
    {
        (SweepAxis Axis, double Share)[] ranked = [.. axes.Select(axis => (axis, axis.ShareOf([.. figure.Points.Select(p => (p.On(axis), p.Value))]))).OrderByDescending(r => r.Item1.IsNumeric).ThenByDescending(r => r.Item2)];
        double[] finite = [.. figure.Points.Select(p => p.Value).Where(double.IsFinite)], above = [.. finite.Append(figure.Limit ?? 0).Where(value => value > 0)];
        Axis upward = above.Length == 0 ? Axis.Linear(1, figure.Unit) : Axis.Between(above.Min(), above.Max(), figure.Unit, hasZero: finite.Any(value => value <= 0));
        int endless = figure.Points.Count - finite.Length;
        string caption = $"A point a variant, over the axis that matters most; what spreads at one place comes from the others. Share of the variance over the variants that each axis explains alone: "
            + string.Join(", ", ranked.Select(r => $"{Words.Plain(r.Axis.Name, 60)} {Humane.Format(Math.Round(r.Share, 3), "share")}")) + "."
            + (endless > 0 ? $" {endless} variants are infinite, so not drawn." : "");
        return new SweepScatter(figure, name, caption, ranked[0].Axis, SweepScale.Of(ranked[0].Axis), upward);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => Figure.Limits is null
        ? [new("a variant", Mark.Point, Inks.Blue)]
        : [new("met", Mark.Point, Inks.Blue), new("breached", Mark.Point, Inks.Vermilion), new("not enough evidence", Mark.Point, Inks.Orange), SweepLine.LimitLook];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Across, Words.Plain(Along.Name, 70));
        plot.Upward(Upward, Words.Plain(Figure.Label, 60));
        if (Figure.Limit is { } limit) plot.Line([Across.Low, Across.High], [Upward.Place(limit), Upward.Place(limit)], SweepLine.LimitLook);
        foreach (SweepPoint point in Figure.Points.Where(p => double.IsFinite(p.Value)))
        {
            Color ink = point.Verdict switch { Verdict.Breached => Inks.Vermilion, Verdict.NotEnoughEvidence => Inks.Orange, _ => Inks.Blue };
            double x = Across.Place(point.On(Along).Value!.Value), y = Upward.Place(point.Value);
            if (point.Interval is { } ends && double.IsFinite(ends.High)) plot.Line([x, x], [Upward.Place(ends.Low), Upward.Place(ends.High)], new Key("", Mark.Line, ink.WithAlpha(0.5), 1.5f));
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, 8, ink);
        }
    }
}
