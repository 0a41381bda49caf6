using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>How much of what was lost is back, over time: users and tenants of one variant, beside what was published.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the first deletion.</param>
/// <param name="Lines">The curves, the most important first; the first one is drawn with its band.</param>
/// <param name="Published">Published points.</param>
/// <param name="Plans">When plans were ready in the shown trial.</param>
public sealed record Restored(
    string Name, string Title, string Caption, Axis Time, IReadOnlyList<Curve> Lines, IReadOnlyList<PublishedPoint> Published,
    IReadOnlyList<Moment> Plans) : Chart(Name, Title, Caption)
{
    /// <summary>One chart for the baseline, and one for every other variant that has published points.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        for (int i = 0; i < result.Variants.Count; i++)
        {
            VariantResult variant = result.Variants[i];
            IReadOnlyList<PublishedPoint> points = [.. result.Published.Where(p => p.Variant == variant.Name)];
            IReadOnlyList<Curve> curves = [.. variant.Curves.Where(c => c.Times.Count > 0).OrderBy(Rank)];
            if (curves.Count > 0 && (i == 0 || points.Count > 0)) yield return Of(variant, i, curves, points);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new($"{NameOf(Lines[0])}, median", Mark.Line, Look(0).Color, 3),
        new("5 % to 95 % of trials", Mark.Area, Inks.Sky.WithAlpha(0.35)),
        .. Lines.Skip(1).Select((l, i) => Look(i + 1) with { Label = $"{NameOf(l)}, median" }),
        .. Published.Count == 0 ? (Key[])[] : [new("published, with its tolerance", Mark.Point, Inks.Vermilion)],
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the first deletion, or the first outage");
        plot.ShareAxis("share that is back", Plans.Count > 0 ? 1.12 : 1.04);
        Curve main = Lines[0];
        var band = plot.Add.FillY(Xs(main), Held(main.Low), Held(main.High));
        (band.FillColor, band.LineWidth) = (Inks.Sky.WithAlpha(0.35), 0);
        for (int i = Lines.Count - 1; i >= 0; i--) plot.Line(Xs(Lines[i]), Held(Lines[i].Median), Look(i));
        plot.Moments(Time, Plans, 1.03, Width - Pens.Edges.Left - Pens.Edges.Right);
        foreach (PublishedPoint point in Published) DrawPublished(plot, point);
    }

    private static Restored Of(VariantResult variant, int number, IReadOnlyList<Curve> curves, IReadOnlyList<PublishedPoint> points)
    {
        Story story = Story.Of(variant.Shown.Facts);
        double end = curves.Max(LastChange);
        foreach (PublishedPoint point in points) end = Math.Max(end, (point.At + point.Within).TotalSeconds);
        var plans = story.Plans.Where(p => p.At <= end).Select(p => p with { Label = Words.Plain(p.Label) }).ToList();
        string shown = plans.Count > 0 ? $"; plans as in trial {variant.Shown.Trial}" : "";
        string caption = "Look for where the curve bends: a bend after a plan is ready is what that plan brought."
            + $" Median of {Humane.Format(variant.Trials, "count")} trials{shown}."
            + (points.Count > 0 ? " Vermilion points were published; a bar that the line crosses is a point met; hollow points belong to a thin line." : "");
        string name = number == 0 ? "restored" : $"restored-{number}-{Words.Slug(variant.Name)}";
        string title = $"How much is back, and when: {Words.Plain(variant.Name)}";
        return new(name, title, caption, Axis.Linear(end * 1.03, "s"), curves, points, plans);
    }

    private static double LastChange(Curve curve)
    {
        int last = curve.Times.Count - 1;
        while (last > 0 && curve.Low[last - 1] == curve.Low[^1] && curve.Median[last - 1] == curve.Median[^1]) last--;
        return curve.Times[last].TotalSeconds;
    }

    // Restored before accepted, users before tenants.
    private static int Rank(Curve curve) =>
        (curve.Measure == "restored" ? 0 : 2) + (curve.Subject.EndsWith("users", StringComparison.Ordinal) ? 0 : 1);

    private static string NameOf(Curve curve) => Words.Plain($"{curve.Subject} {curve.Measure}");

    private static Key Look(int line) => line switch
    {
        0 => new("", Mark.Line, Inks.Blue, 3),
        1 => new("", Mark.Line, Inks.Ink, 1.5f),
        _ => new("", Mark.Line, line == 2 ? Inks.Blue : Inks.Ink, 1.5f, LinePattern.Dashed),
    };

    // What is reached at a curve's end is held to the end of the axis.
    private double[] Xs(Curve curve) => [.. curve.Times.Select(t => Time.Place(t.TotalSeconds)), Math.Max(Time.High, Time.Place(curve.Times[^1].TotalSeconds))];

    private static double[] Held(IReadOnlyList<double> shares) => [.. shares, shares[^1]];

    private void DrawPublished(Plot plot, PublishedPoint point)
    {
        double x = Time.Place(point.At.TotalSeconds), within = Time.Place(point.Within.TotalSeconds);
        bool isMain = point.Measure == Lines[0].Measure && point.Subject == Lines[0].Subject;
        plot.Whisker(x, x - within, x + within, point.Share, Inks.Vermilion);
        plot.Add.Marker(x, point.Share, MarkerShape.FilledCircle, 11, Inks.Vermilion);
        if (!isMain) plot.Add.Marker(x, point.Share, MarkerShape.FilledCircle, 6, Inks.Paper);
    }
}
