using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Experiments.Searching;
using Simulator.Experiments.Statistics;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>A design in the plane of two objectives.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">What the evidence says.</param>
/// <param name="X">The first objective.</param>
/// <param name="Y">The second one.</param>
/// <param name="Size">The third one, from 0 (best of all) to 1 (worst); 0.5 where there is none.</param>
public sealed record FrontPoint(string Name, DesignStatus Status, Estimate X, Estimate Y, double Size);

/// <summary>All designs by two objectives, the third as the size of the mark; what is dominated is grey.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Across">Title and unit of the first objective.</param>
/// <param name="Upward">Title and unit of the second one.</param>
/// <param name="X">Axis of the first objective.</param>
/// <param name="Y">Axis of the second one.</param>
/// <param name="Points">The designs, those on the front last so that they lie on top.</param>
public sealed record Front(string Caption, string Across, string Upward, Axis X, Axis Y, IReadOnlyList<FrontPoint> Points)
    : Chart("front", "What one objective costs in the other", Caption)
{
    /// <summary>The chart, if there are two objectives or more of which none goes before the others: objectives in order have a best design and no front.</summary>
    public static IEnumerable<Chart> Of(SearchResult result)
    {
        IReadOnlyList<Objective> wanted = result.Search.Minimise;
        if (wanted.Count < 2 || result.Search.InOrder) yield break;
        DesignResult[] finite = [.. SearchWords.Sorted(result).Reverse().Where(design => design.Objectives.Count > 0 && design.Objectives.Take(2).All(estimate => double.IsFinite(estimate.Value)))];
        if (finite.Length < 2) yield break;
        string caption = "Further left and further down is better. Whiskers are 95 % intervals; what is dominated, or misses what must hold, is grey."
            + (wanted.Count < 3 ? "" : $" The larger the mark, the larger {wanted[2].Text}.") + (finite.Length == result.Designs.Count ? "" : $" {result.Designs.Count - finite.Length} designs have no finite value in both.");
        double[] third = wanted.Count < 3 ? [] : [.. finite.Select(design => design.Objectives[2].Value).Where(double.IsFinite)];
        double low = third.DefaultIfEmpty(0).Min(), high = third.DefaultIfEmpty(0).Max();
        double SizeOf(DesignResult design) => wanted.Count < 3 || high <= low ? 0.5 : double.IsFinite(design.Objectives[2].Value) ? (design.Objectives[2].Value - low) / (high - low) : 1;
        yield return new Front(caption, Words.Plain(wanted[0].Text, 70), Words.Plain(wanted[1].Text, 60), ScaleOf(finite, 0, wanted[0].Unit), ScaleOf(finite, 1, wanted[1].Unit),
            [.. finite.Select(design => new FrontPoint(Words.Plain(design.Name, 50), design.Status, design.Objectives[0], design.Objectives[1], SizeOf(design)))]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Points.Select(point => point.Status).Distinct().Order().Select(status => new Key(status == DesignStatus.Best ? "on the front" : SearchFiles.Word(status), Mark.Point, DesignInks.Of(status)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(X, Across);
        plot.Upward(Y, Upward);
        foreach (FrontPoint point in Points)
        {
            Color ink = DesignInks.Of(point.Status);
            double x = X.Place(point.X.Value), y = Y.Place(point.Y.Value);
            if (point.X.Interval is { } across && double.IsFinite(across.High)) plot.Whisker(x, X.Place(Math.Max(0, across.Low)), X.Place(across.High), y, ink);
            if (point.Y.Interval is { } up && double.IsFinite(up.High)) plot.WhiskerUpward(x, y, Y.Place(Math.Max(0, up.Low)), Y.Place(up.High), ink);
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, (float)(7 + 12 * point.Size), ink);
        }
        DrawNames(plot);
    }

    /// <summary>Names beside the points, above or below; whoever finds both places taken goes without, and stands in the table.</summary>
    private void DrawNames(Plot plot)
    {
        double across = (X.High - X.Low) / 1092, upward = (Y.High - Y.Low) / 492; // a pixel of the data's area
        List<(double Left, double Right, double Bottom)> taken = [];
        foreach (FrontPoint point in Points.Where(point => point.Status is DesignStatus.Best or DesignStatus.Tied).Reverse())
        {
            double x = X.Place(point.X.Value), y = Y.Place(point.Y.Value), width = (Lettering.Width(point.Name, 12) + 12) * across;
            bool isRight = x + width > X.High;
            foreach (float down in (float[])[-6, 20, -22])
            {
                (double left, double bottom) = (isRight ? x - width : x, y - down * upward);
                if (taken.Any(other => other.Left < left + width && other.Right > left && Math.Abs(other.Bottom - bottom) < 15 * upward)) continue;
                taken.Add((left, left + width, bottom));
                plot.Note(point.Name, x, y, isRight ? Alignment.LowerRight : Alignment.LowerLeft, Inks.Muted, 12, (isRight ? -8 : 8, down));
                break;
            }
        }
    }

    private static Axis ScaleOf(IEnumerable<DesignResult> designs, int objective, string unit)
    {
        double[] values = [.. designs.SelectMany(design => design.Objectives[objective].Interval is { } ends ? [ends.Low, ends.High, design.Objectives[objective].Value] : (double[])[design.Objectives[objective].Value]).Where(double.IsFinite)];
        return Axis.Between(values.Where(value => value > 0).DefaultIfEmpty(1).Min(), values.Max() * 1.06, unit, values.Any(value => value <= 0));
    }
}
