using ScottPlot;
using ScottPlot.TickGenerators;

namespace Simulator.Reports.Drawing;

/// <summary>The few things that recipes draw over and over.</summary>
public static class Pens
{
    /// <summary>Horizontal axis with a title, ticks and limits.</summary>
    public static void Across(this Plot plot, Axis axis, string title)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. axis.Ticks.Select(t => t.Place)], [.. axis.Ticks.Select(t => t.Label)]);
        plot.XLabel(axis.Unit.Length == 0 ? title : $"{title} ({axis.Unit})");
        plot.Axes.SetLimitsX(axis.Low, axis.High);
    }

    /// <summary>Vertical axis for shares, from 0 to 100 %.</summary>
    public static void ShareAxis(this Plot plot, string title)
    {
        double[] shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
        plot.Axes.Left.TickGenerator = new NumericManual(shares, [.. shares.Select(s => $"{s * 100:0}")]);
        plot.YLabel($"{title} (%)");
        plot.Axes.SetLimitsY(0, 1.04);
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

    /// <summary>A thin dotted line from bottom to top.</summary>
    public static void Rule(this Plot plot, double x) =>
        plot.Line([x, x], [plot.Axes.Left.Min, plot.Axes.Left.Max], new Key("", Mark.Line, Inks.Muted, 1.5f, LinePattern.Dotted));

    /// <summary>A horizontal whisker from low to high around x.</summary>
    public static void Whisker(this Plot plot, double x, double low, double high, double y, Color color)
    {
        var whisker = new ScottPlot.Plottables.ErrorBar([x], [y], [high - x], [x - low], null, null);
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

    /// <summary>Letters at a place in the data.</summary>
    public static void Note(this Plot plot, string text, double x, double y, Alignment alignment, Color color, float size = 13, float dx = 0, float dy = 0)
    {
        var note = plot.Add.Text(text, x, y);
        (note.LabelFontSize, note.LabelFontColor, note.Alignment, note.OffsetX, note.OffsetY) = (size, color, alignment, dx, dy);
    }
}
