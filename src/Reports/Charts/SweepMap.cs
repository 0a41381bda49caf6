using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;

namespace Simulator.Reports.Charts;

/// <summary>One cell of a map.</summary>
/// <param name="Row">Its row, from the top.</param>
/// <param name="Column">Its column, from the left.</param>
/// <param name="Point">The best of the variants that stand there.</param>
public sealed record SweepCell(int Row, int Column, SweepPoint Point);

/// <summary>A figure over the two axes that matter most to it: a cell a pair of values, with the value written in it; a third axis with few values makes blocks of rows.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Name">Name of its files.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Columns">What varies from left to right.</param>
/// <param name="Rows">The name of each row; empty above a block.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Cells">The cells.</param>
public sealed record SweepMap(SweepFigure Figure, string Name, string Title, string Caption, SweepAxis Columns, IReadOnlyList<string> Rows, IReadOnlyList<SweepCell> Cells)
    : Chart(Name, Title, Caption)
{
    /// <summary>An axis that explains less of the variance is worth no rows of its own.</summary>
    private const double LeastShare = 0.01;

    private const int MostBlocks = 6, MostRows = 48, MostColumns = 18;

    /// <summary>The chart of a figure.</summary>
    internal static SweepMap Of(SweepFigure figure, string name, IReadOnlyList<SweepAxis> axes)
    {
        (SweepAxis Axis, double Share)[] ranked = [.. axes.Select(axis => (axis, axis.ShareOf([.. figure.Points.Select(p => (p.On(axis), p.Value))]))).OrderByDescending(r => r.Item2)];
        SweepAxis[] pair = [.. ranked.Take(2).Select(r => r.Axis).OrderBy(axis => axis.Levels.Count)];
        (SweepAxis rows, SweepAxis columns) = (pair[0], pair[1]);
        SweepAxis? blocks = axes.Count > 2 && ranked[2] is ({ } third, >= LeastShare) && third.Levels.Count <= MostBlocks && third.Levels.Count * (rows.Levels.Count + 1) <= MostRows ? third : null;
        SweepAxis[] rest = [.. ranked.Skip(blocks is null ? 2 : 3).Select(r => r.Axis)];
        List<string> names = [];
        List<SweepCell> cells = [];
        foreach (Experiments.Level? block in blocks?.Levels.AsEnumerable<Experiments.Level?>() ?? [null])
        {
            if (blocks is not null) names.Add($"{ShortOf(blocks)} = {block!.Text}");
            foreach (Experiments.Level row in rows.Levels)
            {
                foreach ((Experiments.Level column, int at) in columns.Levels.Select((level, i) => (level, i)))
                {
                    SweepPoint[] here = [.. figure.Points.Where(p => p.On(rows).Text == row.Text && p.On(columns).Text == column.Text && (block is null || p.On(blocks!).Text == block.Text))];
                    if (here.Length > 0) cells.Add(new SweepCell(names.Count, at, Best(figure, here)));
                }
                names.Add(blocks is null ? $"{ShortOf(rows)} = {row.Text}" : $"   {ShortOf(rows)} = {row.Text}");
            }
        }
        string shares = string.Join(", ", ranked.Select(r => $"{ShortOf(r.Axis)} {Humane.Format(Math.Round(r.Share, 3), "share")}"));
        string caption = $"Share of the variance over the variants that each axis explains alone: {shares}."
            + (rest.Length > 0 ? $" Over {string.Join(" and ", rest.Select(ShortOf))} each cell shows the {(figure.IsLessBetter ? "smallest" : "largest")} value: the best that can be had there." : "")
            + (cells.Count < columns.Levels.Count * (names.Count - (blocks?.Levels.Count ?? 0)) ? " An empty cell was not tried." : "")
            + (figure.Limits is null ? "" : " ✓ the expectation is met, ✗ it is breached, ? not enough evidence.")
            + (figure.Points.Any(p => double.IsInfinity(p.Value)) ? " ∞ is what never came back." : "")
            + (columns.Levels.Count > MostColumns ? " There is no room for the values in the cells: variants.csv has them." : "");
        return new SweepMap(figure, name, $"{Words.Plain(figure.Label, 60)} over {ShortOf(rows)} and {ShortOf(columns)}", caption, columns, names, cells);
    }

    /// <inheritdoc/>
    public override int Height => 90 + Rows.Count * Math.Clamp(560 / Rows.Count, 24, 46);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [new($"the smallest value, {Say(Range.Low)}", Mark.Area, Shade(Range.Low)), new($"the largest, {Say(Range.High)}", Mark.Area, Shade(Range.High))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. Columns.Levels.Select((_, i) => i + 0.5)], [.. Columns.Levels.Select(level => Words.Plain(level.Text, 16))]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.XLabel(Words.Plain(Columns.Name, 70));
        plot.NamedRows([.. Rows.Select(row => Words.Plain(row, 40))], [.. Rows.Select(_ => "")], "");
        plot.Axes.SetLimitsX(0, Columns.Levels.Count);
        plot.Grid.XAxisStyle.IsVisible = false;
        float size = Columns.Levels.Count switch { <= 10 => 14, <= 14 => 12, _ => 10 };
        foreach (SweepCell cell in Cells)
        {
            plot.Block(cell.Column + 0.02, cell.Column + 0.98, -cell.Row - 0.96, -cell.Row - 0.04, Shade(cell.Point.Value));
            if (Columns.Levels.Count <= MostColumns) plot.Note(TextOf(cell.Point), cell.Column + 0.5, -cell.Row - 0.5, Alignment.MiddleCenter, IsDark(cell.Point.Value) ? Inks.Paper : Inks.Black, size, (0, 2));
        }
    }

    private (double Low, double High) Range
    {
        get
        {
            double[] finite = [.. Cells.Select(cell => cell.Point.Value).Where(double.IsFinite).DefaultIfEmpty(0)];
            return (finite.Min(), finite.Max());
        }
    }

    private Color Shade(double value) => Mixed(Inks.Shade, Inks.Blue, Depth(value));

    private bool IsDark(double value) => Depth(value) > 0.55;

    /// <summary>How deep the colour of a value is, in [0, 1]; by factors where the values span many.</summary>
    private double Depth(double value)
    {
        (double low, double high) = Range;
        if (!double.IsFinite(value)) return 1;
        if (high <= low) return 0;
        return low > 0 && high > 8 * low ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);
    }

    private string Say(double value) => Humane.Format(value, Figure.Unit);

    private string TextOf(SweepPoint point) => Say(point.Value) + point.Verdict switch { Verdict.Met => " ✓", Verdict.Breached => " ✗", Verdict.NotEnoughEvidence => " ?", _ => "" };

    private static Color Mixed(Color from, Color to, double share) => new(
        (byte)(from.R + (to.R - from.R) * share), (byte)(from.G + (to.G - from.G) * share), (byte)(from.B + (to.B - from.B) * share));

    private static SweepPoint Best(SweepFigure figure, SweepPoint[] points) => figure.IsLessBetter ? points.MinBy(p => p.Value)! : points.MaxBy(p => p.Value)!;

    /// <summary>The end of a path says what it is.</summary>
    private static string ShortOf(SweepAxis axis) => Words.Plain(string.Join('.', axis.Name.Split('.').TakeLast(2)), 40);
}
