using ScottPlot;
using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Replays;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>A published figure, everything as a ratio to what was published.</summary>
/// <param name="Label">Which figure of which incident.</param>
/// <param name="Low">Lower end of what is allowed; 0 where there is none.</param>
/// <param name="High">Upper end of what is allowed; infinite where there is none.</param>
/// <param name="Value">What is simulated.</param>
/// <param name="Interval">Its 95 % interval; null where none exists.</param>
/// <param name="IsMet">Whether the figure is met.</param>
public sealed record FigureRow(string Label, double Low, double High, double Value, Interval? Interval, bool IsMet);

/// <summary>All published figures of a replay in one picture: where the simulated one stands, and the band in which it should.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Rows">The figures.</param>
public sealed record PublishedFigures(string Caption, IReadOnlyList<FigureRow> Rows) : Chart("figures", "Simulated over published", Caption)
{
    private const double Farthest = 10; // a ratio beyond stands at the edge

    /// <summary>The chart, if a figure can be set in relation to a published one.</summary>
    public static IEnumerable<Chart> Of(IReadOnlyList<ReplayRow> replayed)
    {
        IReadOnlyList<FigureRow> rows = [.. replayed.Select(RowOf).OfType<FigureRow>()];
        if (rows.Count == 0) yield break;
        int left = replayed.Count - rows.Count;
        yield return new PublishedFigures(
            "A grey band is what may be; it ends at the edge where only one side is limited. A point inside it is a figure met, its bar the 95 % interval."
            + $" Beyond a factor of {Farthest:0} a point stands at the edge." + (left == 0 ? "" : $" {left} more say nothing, all, or for ever: no ratio can be made of them, the table has them."), rows);
    }

    /// <inheritdoc/>
    public override int Height => 80 + 24 * Rows.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new("what may be", Mark.Area, Inks.Grid), new("simulated", Mark.Point, Inks.Blue),
        .. Rows.All(row => row.IsMet) ? (Key[])[] : [new("not met", Mark.Point, Inks.Vermilion)],
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        Axis ratio = Axis.Logarithmic(1 / Farthest, Farthest, "ratio", hasZero: false);
        double At(double value) => ratio.Place(Math.Clamp(value, 1 / Farthest, Farthest));
        plot.Across(ratio, "simulated / published");
        plot.NamedRows([.. Rows.Select(row => row.Label)], [.. Rows.Select(row => Humane.Format(row.Value, "ratio"))], "");
        plot.Rule(At(1));
        for (int i = 0; i < Rows.Count; i++)
        {
            FigureRow row = Rows[i];
            Color ink = row.IsMet ? Inks.Blue : Inks.Vermilion;
            plot.Block(At(row.Low), Math.Max(At(row.High), At(row.Low) + 0.01), -i - 0.85, -i - 0.15, Inks.Grid);
            if (row.Interval is { } ends) plot.Whisker(At(row.Value), At(ends.Low), At(ends.High), -i - 0.5, ink);
            plot.Add.Marker(At(row.Value), -i - 0.5, MarkerShape.FilledCircle, 9, ink);
        }
    }

    private static FigureRow? RowOf(ReplayRow row)
    {
        Test test = row.Expectation.Test;
        Limits limits = test.Limits;
        double? middle = test.Stated ?? test.Published?.At.TotalSeconds ?? (limits.AreTwoSided ? (limits.Low + limits.High) / 2 : limits.Low ?? limits.High);
        if (middle is not > 0 || row.Result.Value is not { } value || !double.IsFinite(value)) return null;
        double by = middle.Value;
        Interval? interval = row.Result.Interval is { } ends ? new Interval(ends.Low / by, ends.High / by) : null;
        string share = test.Reaches is { } reached ? $" to {Humane.Format(reached, "share")}" : "";
        return new FigureRow(Words.Plain($"{row.Incident}: {row.Figure}{share}{(row.Variant == StudyForm.OnlyVariant ? "" : $" in {row.Variant}")}", 78), (limits.Low ?? 0) / by, (limits.High ?? double.PositiveInfinity) / by,
            value / by, interval, row.Result.Verdict == Verdict.Met);
    }
}
