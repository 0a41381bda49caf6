using ScottPlot;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>A measure's difference as a share of what it was, so that seconds and bytes stand on one axis.</summary>
/// <param name="Label">Which measure.</param>
/// <param name="Remark">The difference in its own unit.</param>
/// <param name="Value">The difference over A.</param>
/// <param name="Interval">Its interval; null where none exists.</param>
/// <param name="Change">What is said of it.</param>
public sealed record DifferenceRow(string Label, string Remark, double Value, Interval? Interval, Change Change);

/// <summary>All differences of a comparison with their intervals, one row a measure.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Least">The smallest share that is drawn, at most 0.</param>
/// <param name="Largest">The largest share that is drawn, at least 0.</param>
/// <param name="Rows">The measures.</param>
public sealed record Differences(string Caption, double Least, double Largest, IReadOnlyList<DifferenceRow> Rows) : Chart("differences", "How B differs from A", Caption)
{
    private const double Most = 2; // three times as much is as far as a difference is drawn

    /// <summary>The chart, if a difference can be set in relation to what was.</summary>
    public static IEnumerable<Chart> Of(ComparisonResult result)
    {
        IReadOnlyList<DifferenceRow> rows = [.. result.Measures.Select(RowOf).OfType<DifferenceRow>()];
        if (rows.Count == 0) yield break;
        double[] ends = [0, .. rows.SelectMany(row => (double[])[row.Value, row.Interval?.Low ?? 0, row.Interval?.High ?? 0])];
        double least = Math.Max(-Most, ends.Min()), largest = Math.Min(Most, ends.Max());
        int left = result.Measures.Count - rows.Count;
        string caption = "The difference of each measure as a share of A's figure, with its interval; an interval that is clear of the line in the middle may still be chance where many measures are looked at."
            + (ends.Max() > Most || ends.Min() < -Most ? $" Beyond {Humane.Format(Most, "share")} a point stands at the edge." : "")
            + (left == 0 ? "" : $" {left} more {(left == 1 ? "was" : "were")} nothing on side A, or infinite: the table has {(left == 1 ? "it" : "them")}.");
        yield return new Differences(caption, least, largest, rows);
    }

    /// <inheritdoc/>
    public override int Height => 90 + 34 * Rows.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Looks.Where(look => Rows.Any(row => look.Changes.Contains(row.Change))).Select(look => new Key(look.Label, Mark.Point, look.Ink))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        double room = Math.Max(0.01, (Largest - Least) * 0.06); // so that a point at the edge is drawn whole
        Axis axis = Axis.Window(Least - room, Largest + room, "share");
        double At(double share) => axis.Place(Math.Clamp(share, Least, Largest));
        plot.Across(axis, "B - A, over A");
        plot.NamedRows([.. Rows.Select(row => row.Label)], [.. Rows.Select(row => row.Remark)], "");
        plot.Rule(At(0));
        for (int i = 0; i < Rows.Count; i++)
        {
            DifferenceRow row = Rows[i];
            Color ink = Array.Find(Looks, look => look.Changes.Contains(row.Change)).Ink;
            if (row.Interval is { } ends) plot.Whisker(At(row.Value), At(ends.Low), At(ends.High), -i - 0.5, ink);
            plot.Add.Marker(At(row.Value), -i - 0.5, MarkerShape.FilledCircle, 10, ink);
        }
    }

    private static (Change[] Changes, string Label, Color Ink)[] Looks =>
    [
        ([Change.Better, Change.NoWorse], "better, or no worse", Inks.Green), ([Change.Worse], "worse", Inks.Vermilion),
        ([Change.Different], "different", Inks.Blue), ([Change.CannotTell, Change.Same], "the same, or not to be told", Inks.Muted),
    ];

    private static DifferenceRow? RowOf(ComparedMeasure measure)
    {
        double a = measure.Shift.A, share = measure.Shift.Value / a;
        if (a == 0 || !double.IsFinite(a) || !double.IsFinite(share)) return null;
        return new DifferenceRow(Words.Plain(ComparisonWords.Name(measure), 64), ComparisonWords.Shift(measure), share,
            measure.Shift.Interval is { } ends ? new Interval(ends.Low / a, ends.High / a) : null, measure.Change);
    }
}
