using ScottPlot;
using ScottPlot.TickGenerators;
using Simulator.Reports.Series;

namespace Simulator.Reports.Drawing;

/// <summary>The few things that recipes draw over and over.</summary>
public static class Pens
{
    /// <summary>What is left free around the data of a chart with numbers at its left.</summary>
    public static readonly PixelPadding Edges = new(84, 24, 62, 6);

    /// <summary>Horizontal axis with a title, ticks and limits.</summary>
    public static void Across(this Plot plot, Axis axis, string title)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. axis.Ticks.Select(t => t.Place)], [.. axis.Ticks.Select(t => t.Label)]);
        plot.XLabel(axis.Unit.Length == 0 ? title : $"{title} ({axis.Unit})");
        plot.Axes.SetLimitsX(axis.Low, axis.High);
    }

    /// <summary>Vertical axis with a title, ticks and limits.</summary>
    public static void Upward(this Plot plot, Axis axis, string title)
    {
        plot.Axes.Left.TickGenerator = new NumericManual([.. axis.Ticks.Select(t => t.Place)], [.. axis.Ticks.Select(t => t.Label)]);
        plot.YLabel(axis.Unit.Length == 0 ? title : $"{title} ({axis.Unit})");
        plot.Axes.SetLimitsY(axis.Low, axis.High);
        plot.Layout.Fixed(Edges);
    }

    /// <summary>Vertical axis for shares, from 0 to 100 %.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="title">Title of the axis.</param>
    /// <param name="top">Where the axis ends; above 1 there is room for names.</param>
    public static void ShareAxis(this Plot plot, string title, double top = 1.04)
    {
        double[] shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
        plot.Axes.Left.TickGenerator = new NumericManual(shares, [.. shares.Select(s => $"{s * 100:0}")]);
        plot.YLabel($"{title} (%)");
        plot.Axes.SetLimitsY(0, top);
        plot.Layout.Fixed(Edges);
    }

    /// <summary>Vertical axis with a name for each row, row 0 on top, and at its right what is to be said of each.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="names">Names of the rows; row n lies between -n and -n - 1.</param>
    /// <param name="remarks">Remarks at the right of the rows.</param>
    /// <param name="title">Title of the axis.</param>
    public static void NamedRows(this Plot plot, IReadOnlyList<string> names, IReadOnlyList<string> remarks, string title)
    {
        double[] places = [.. names.Select((_, i) => -i - 0.5)];
        plot.Axes.Left.TickGenerator = new NumericManual(places, [.. names]);
        plot.Axes.Right.TickGenerator = new NumericManual(places, [.. remarks]);
        foreach (IAxis axis in (IAxis[])[plot.Axes.Left, plot.Axes.Right])
            axis.MajorTickStyle.Length = 0;
        plot.Axes.Right.Range.Set(-names.Count, 0);
        plot.Axes.SetLimitsY(-names.Count, 0);
        plot.YLabel(title);
        plot.Grid.YAxisStyle.IsVisible = false;
        float left = names.Max(n => Lettering.Width(n, 14)) + 52, right = remarks.Max(n => Lettering.Width(n, 14)) + 24;
        plot.Layout.Fixed(new PixelPadding(left, right, 62, 10));
    }

    /// <summary>A line through points, without markers.</summary>
    public static void Line(this Plot plot, double[] xs, double[] ys, Key look)
    {
        plot.Add.Plottable(new Stroke([.. xs.Zip(ys, (x, y) => new Coordinates(x, y))], look));
    }

    /// <summary>The cumulative curve of a distribution, on to the end of the axis.</summary>
    public static void Cumulative(this Plot plot, Axis across, Distribution values, Key look)
    {
        (double[] xs, double[] ys) = values.Steps(across.Place);
        plot.Line([.. xs, across.High], [.. ys, ys[^1]], look);
    }

    /// <summary>A thin dotted line from bottom to top.</summary>
    public static void Rule(this Plot plot, double x) =>
        plot.Line([x, x], [plot.Axes.Left.Min, plot.Axes.Left.Max], new Key("", Mark.Line, Inks.Muted, 1.5f, LinePattern.Dotted));

    /// <summary>Marks moments with lines, and names them above a height; names that would touch stand one above the other.</summary>
    /// <param name="plot">The plot, with its limits set.</param>
    /// <param name="axis">Its horizontal axis.</param>
    /// <param name="moments">The moments.</param>
    /// <param name="floor">Height, in the data, above which the names stand.</param>
    /// <param name="width">Width of the data's area in pixels.</param>
    public static void Moments(this Plot plot, Axis axis, IEnumerable<Moment> moments, double floor, float width)
    {
        double pixel = (axis.High - axis.Low) / width, taken = double.NegativeInfinity;
        int line = 0;
        foreach (Moment moment in moments.OrderBy(m => m.At))
        {
            string label = Words.Plain(moment.Label, 36);
            double x = axis.Place(moment.At), length = (Lettering.Width(label, 13) + 14) * pixel;
            plot.Rule(x);
            bool isLate = x + length > axis.High;
            line = (isLate ? x - length : x) < taken ? line + 1 : 0;
            // Two lines fit above the data; whoever finds both taken goes without a name.
            if (line > 1) continue;
            taken = Math.Max(taken, isLate ? x : x + length);
            Alignment side = isLate ? Alignment.LowerRight : Alignment.LowerLeft;
            plot.Note(label, x, floor, side, Inks.Muted, 13, (isLate ? -5 : 5, -4 - 17 * line));
        }
    }

    /// <summary>A horizontal whisker from low to high around x.</summary>
    public static void Whisker(this Plot plot, double x, double low, double high, double y, Color color)
    {
        var whisker = new ScottPlot.Plottables.ErrorBar([x], [y], [high - x], [x - low], null, null);
        (whisker.Color, whisker.LineWidth, whisker.CapSize) = (color, 2, 6);
        plot.Add.Plottable(whisker);
    }

    /// <summary>A vertical whisker from low to high around y.</summary>
    public static void WhiskerUpward(this Plot plot, double x, double y, double low, double high, Color color)
    {
        var whisker = new ScottPlot.Plottables.ErrorBar([x], [y], null, null, [high - y], [y - low]);
        (whisker.Color, whisker.LineWidth, whisker.CapSize) = (color, 2, 6);
        plot.Add.Plottable(whisker);
    }

    /// <summary>A filled rectangle without outline.</summary>
    public static void Block(this Plot plot, double left, double right, double bottom, double top, Color color)
    {
        var block = plot.Add.Rectangle(left, right, bottom, top);
        block.FillColor = color;
        block.LineWidth = 0;
    }

    /// <summary>Letters beside a place in the data.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="text">The letters.</param>
    /// <param name="x">Where, across.</param>
    /// <param name="y">Where, upward.</param>
    /// <param name="alignment">Which side of the letters is there.</param>
    /// <param name="color">Their colour.</param>
    /// <param name="size">Their size in pixels.</param>
    /// <param name="off">By how many pixels they are moved, to the right and down.</param>
    public static void Note(
        this Plot plot, string text, double x, double y, Alignment alignment, Color color, float size, (float Right, float Down) off)
    {
        var note = plot.Add.Text(text, x, y);
        (note.LabelFontSize, note.LabelFontColor, note.Alignment) = (size, color, alignment);
        (note.OffsetX, note.OffsetY) = off;
    }
}
