using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One variant's row in the chart of recovery times.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Finite">The trials' finite recovery times in seconds, ascending.</param>
/// <param name="Sorted">All trials' recovery times, ascending.</param>
public sealed record RecoveryRow(string Variant, int Number, IReadOnlyList<double> Finite, IReadOnlyList<double> Sorted);

/// <summary>When the last one is back: every trial of every variant.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Total recovery time.</param>
/// <param name="Rows">The variants.</param>
public sealed record RecoveryTime(string Caption, Axis Time, IReadOnlyList<RecoveryRow> Rows)
    : Chart("recovery-time", "When the last one is back", Caption)
{
    /// <summary>The chart, if the trials' rows hold a total recovery time.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var rows = result.Variants.Select((v, i) => (v.Name, Number: i, Sorted: Values(v))).Where(r => r.Sorted.Count > 0)
            .Select(r => new RecoveryRow(Words.Plain(r.Name), r.Number, [.. r.Sorted.Where(double.IsFinite)], r.Sorted)).ToList();
        List<double> finite = [.. rows.SelectMany(r => r.Finite)];
        if (finite.Count == 0 || finite.Max() <= 0) yield break;
        Axis time = Axis.Between(finite.Where(v => v > 0).Min(), finite.Max(), "s", hasZero: finite.Min() <= 0);
        string caption = "The thin line spans 5 % to 95 % of trials, the thick one the middle half, the upright mark is the median;"
            + " at the right the median with the 5th and 95th percentile."
            + " Wide rows are plans that depend on luck."
            + (time.IsLogarithmic ? " Each step along the axis is a factor, not a sum." : "");
        foreach (RecoveryRow row in rows.Where(r => r.Finite.Count < r.Sorted.Count))
        {
            string never = Humane.Format(1 - (double)row.Finite.Count / row.Sorted.Count, "share");
            caption += $" In {row.Variant}, {never} of trials never finished; they are not drawn.";
        }
        yield return new RecoveryTime(caption, time, rows);
    }

    /// <inheritdoc/>
    public override int Height => 90 + Rows.Count * Math.Clamp(560 / Rows.Count, 34, 90);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time from the first deletion until the last one is back");
        plot.NamedRows([.. Rows.Select(r => r.Variant)], [.. Rows.Select(Remark)], "");
        for (int i = 0; i < Rows.Count; i++)
            if (Rows[i].Finite.Count > 0) DrawRow(plot, Rows[i], -i - 0.5);
    }

    private void DrawRow(Plot plot, RecoveryRow row, double y)
    {
        Color color = Inks.OfVariant(row.Number);
        double At(double p) => Time.Place(Distribution.Quantile(row.Finite, p));
        if (!Time.IsLogarithmic) DrawTrials(plot, row, y, color);
        plot.Line([At(0.05), At(0.95)], [y, y], new Key("", Mark.Line, color, 2));
        plot.Line([At(0.25), At(0.75)], [y, y], new Key("", Mark.Line, color, 8));
        plot.Line([At(0.5), At(0.5)], [y - 0.2, y + 0.2], new Key("", Mark.Line, Inks.Ink, 3));
    }

    private void DrawTrials(Plot plot, RecoveryRow row, double y, Color color)
    {
        // Trials are spread over the row by their rank, so that equal ones do not hide each other.
        double[] ys = [.. row.Finite.Select((_, i) => y - 0.3 + 0.16 * (i % 7) / 6.0)];
        plot.Add.Markers([.. row.Finite.Select(Time.Place)], ys, MarkerShape.FilledCircle, 3, color.WithAlpha(0.45));
    }

    private static string Remark(RecoveryRow row)
    {
        double At(double p) => Distribution.Quantile(row.Sorted, p);
        return $"{Humane.Format(At(0.5), "s")} ({Humane.Range(At(0.05), At(0.95), "s")})";
    }

    /// <summary>The trials' total recovery times in seconds, ascending; empty if there is no such column.</summary>
    public static List<double> Values(VariantResult variant)
    {
        int column = 0;
        while (column < variant.Rows.Columns.Count && !Measures.IsRecoveryTime(variant.Rows.Columns[column])) column++;
        if (column == variant.Rows.Columns.Count) return [];
        return [.. variant.Rows.Rows.Select(r => r[column]).Where(v => !double.IsNaN(v)).Order()];
    }
}
