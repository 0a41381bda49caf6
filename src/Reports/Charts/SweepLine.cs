using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>A figure along the one axis that a study varies.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Name">Name of its files.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Along">What is varied.</param>
/// <param name="Across">Its values.</param>
/// <param name="Upward">The figure's values.</param>
public sealed record SweepLine(SweepFigure Figure, string Name, string Caption, SweepAxis Along, Axis Across, Axis Upward)
    : Chart(Name, $"What {Words.Plain(Figure.Label, 60)} does with {Words.Plain(Along.Name, 60)}", Caption)
{
    /// <summary>The chart of a figure.</summary>
    internal static SweepLine Of(SweepFigure figure, string name, SweepAxis along)
    {
        Axis across = SweepScale.Of(along);
        double[] finite = [.. figure.Points.SelectMany(p => (double[])[p.Value, p.Interval?.High ?? p.Value, figure.Limit ?? p.Value]).Where(double.IsFinite)];
        double[] above = [.. finite.Where(value => value > 0)];
        Axis upward = above.Length == 0 ? Axis.Linear(1, figure.Unit) : Axis.Between(above.Min(), above.Max(), figure.Unit, hasZero: finite.Length > above.Length);
        string caption = "The line joins the estimates of the variants that were tried; between them nothing is known."
            + (figure.Points.Any(p => p.Interval is not null) ? " The band is the 95 % interval of each." : " There is no interval of it at this number of trials, or it is the largest value seen, which has none.")
            + (across.IsLogarithmic ? " Equal steps to the right are equal factors." : "") + (upward.IsLogarithmic ? " Equal steps upward are equal factors." : "");
        string[] endless = [.. figure.Points.Where(p => double.IsInfinity(p.Value)).Select(p => Words.Plain(p.Variant))];
        if (endless.Length > 0) caption += $" Infinite, so not drawn, in: {string.Join(", ", endless)}.";
        return new SweepLine(figure, name, caption, along, across, upward);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        LineLook, .. Figure.Points.Any(p => p.Interval is not null) ? [new Key("95 % interval", Mark.Area, Inks.Sky.WithAlpha(0.35))] : (Key[])[],
        .. Figure.Limit is null ? (Key[])[] : [LimitLook],
    ];

    private Key LineLook => new(Words.Plain(Figure.Label, 60), Mark.Point, Inks.Blue, 2.5f);

    internal static Key LimitLook => new("limit of the expectation", Mark.Line, Inks.Vermilion, 2, LinePattern.Dashed);

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Across, Words.Plain(Along.Name, 70));
        plot.Upward(Upward, Words.Plain(Figure.Label, 60));
        SweepPoint[] points = [.. Figure.Points.Where(p => double.IsFinite(p.Value)).OrderBy(p => p.On(Along).Value)];
        double X(SweepPoint point) => Across.Place(point.On(Along).Value!.Value);
        SweepPoint[] known = [.. points.Where(p => p.Interval is not null)];
        if (known.Length > 1)
        {
            double Top(Interval interval) => double.IsFinite(interval.High) ? Upward.Place(interval.High) : Upward.High;
            var band = plot.Add.FillY([.. known.Select(X)], [.. known.Select(p => Upward.Place(p.Interval!.Value.Low))], [.. known.Select(p => Top(p.Interval!.Value))]);
            (band.FillColor, band.LineWidth) = (Inks.Sky.WithAlpha(0.35), 0);
        }
        if (Figure.Limit is { } limit) plot.Line([Across.Low, Across.High], [Upward.Place(limit), Upward.Place(limit)], LimitLook);
        plot.Line([.. points.Select(X)], [.. points.Select(p => Upward.Place(p.Value))], LineLook);
        foreach (SweepPoint point in points) plot.Add.Marker(X(point), Upward.Place(point.Value), MarkerShape.FilledCircle, 9, Inks.Blue);
    }

}
