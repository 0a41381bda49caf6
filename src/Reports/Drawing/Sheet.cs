using ScottPlot;
using Simulator.Reports.Charts;
using SkiaSharp;

namespace Simulator.Reports.Drawing;

/// <summary>
/// A chart laid out on a page: title, key, plot, caption, from top to bottom. The drawing library has titles and keys of its own,
/// but they can neither wrap nor keep clear of the data.
/// </summary>
/// <param name="Chart">The chart.</param>
/// <param name="IsFramed">Whether title and caption are drawn too; a page that prints them as text leaves them out.</param>
public sealed record Sheet(Chart Chart, bool IsFramed)
{
    private const float Margin = 24, TitleSize = 21, KeySize = 14, CaptionSize = 14, KeyLine = 24, CaptionLine = 20, Swatch = 30;
    private const float PixelsPerUnit = 1.5f;

    /// <summary>The chart as PNG, with half as many pixels again as its nominal size, so that it stays crisp on fine screens.</summary>
    public byte[] Png()
    {
        Lettering.Register();
        var info = new SKImageInfo((int)(Chart.Width * PixelsPerUnit), (int)(Height * PixelsPerUnit));
        using SKSurface surface = SKSurface.Create(info);
        surface.Canvas.Scale(PixelsPerUnit);
        Draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The chart as SVG; equal charts give equal text.</summary>
    public string Svg()
    {
        Lettering.Register();
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(Chart.Width, Height), stream)) Draw(canvas);
        return Vector.Finish(System.Text.Encoding.UTF8.GetString(stream.ToArray()), Chart.Name, Chart.Title, Chart.Caption);
    }

    /// <summary>Height of the whole page in pixels.</summary>
    public int Height => (int)(Top + Chart.Height + (IsFramed ? Caption.Count * CaptionLine + Margin : 4));

    private float Top => (IsFramed ? Margin + TitleSize + 14 : 8) + Rows.Count * KeyLine + 4;

    private IReadOnlyList<string> Caption => Words.Wrap(Chart.Caption, CaptionSize, Chart.Width - 2 * Margin);

    private void Draw(SKCanvas canvas)
    {
        DrawPlot(canvas);
        DrawKeys(canvas);
        if (!IsFramed) return;
        Text(canvas, Chart.Title, Margin, Margin + TitleSize * 0.8f, TitleSize, Inks.Ink, bold: true);
        float y = Top + Chart.Height + CaptionSize;
        foreach (string line in Caption)
        {
            Text(canvas, line, Margin, y, CaptionSize, Inks.Muted);
            y += CaptionLine;
        }
    }

    // The library wipes the canvas before it draws, and draws twice whenever the first time told it something new: so that is elsewhere.
    private void DrawPlot(SKCanvas canvas)
    {
        var place = new PixelRect(0, Chart.Width, Top + Chart.Height, Top);
        using Plot plot = Blank();
        Chart.Draw(plot);
        plot.Font.Set(Lettering.Family);
        using (SKSurface elsewhere = SKSurface.Create(new SKImageInfo(Chart.Width, Height))) plot.Render(elsewhere.Canvas, place);
        using var paper = new SKPaint { Color = Inks.Paper.ToSKColor() };
        canvas.DrawRect(0, 0, Chart.Width, Height, paper);
        canvas.Save();
        canvas.ClipRect(place.ToSKRect());
        plot.Render(canvas, place);
        canvas.Restore();
    }

    private static Plot Blank()
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Inks.Paper;
        plot.HideLegend();
        plot.Axes.Color(Inks.Ink);
        plot.Grid.MajorLineColor = Inks.Grid;
        plot.Axes.Right.FrameLineStyle.IsVisible = plot.Axes.Top.FrameLineStyle.IsVisible = false;
        // Letters are centred on their line's box, which is taller above than below: a nudge sets them level with their tick.
        plot.Axes.Left.TickLabelStyle.OffsetY = plot.Axes.Right.TickLabelStyle.OffsetY = 3;
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = 14;
            axis.Label.FontSize = 15;
            axis.Label.Bold = false;
        }
        return plot;
    }

    private List<List<(Key Key, float X)>> Rows
    {
        get
        {
            var rows = new List<List<(Key, float)>>();
            var row = new List<(Key, float)>();
            float x = Margin;
            foreach (Key key in Chart.Keys)
            {
                float width = Swatch + 8 + Lettering.Width(key.Label, KeySize);
                if (row.Count > 0 && x + width > Chart.Width - Margin)
                {
                    rows.Add(row);
                    (row, x) = ([], Margin);
                }
                row.Add((key, x));
                x += width + 26;
            }
            if (row.Count > 0) rows.Add(row);
            return rows;
        }
    }

    private void DrawKeys(SKCanvas canvas)
    {
        float y = Top - Rows.Count * KeyLine + KeyLine / 2 - 4;
        foreach (var row in Rows)
        {
            foreach ((Key key, float x) in row)
            {
                DrawSwatch(canvas, key, x, y);
                Text(canvas, key.Label, x + Swatch + 8, y + KeySize * 0.36f, KeySize, Inks.Ink);
            }
            y += KeyLine;
        }
    }

    private static void DrawSwatch(SKCanvas canvas, Key key, float x, float y)
    {
        using var paint = new SKPaint { Color = key.Color.ToSKColor(), IsAntialias = true };
        if (key.Mark == Mark.Area) canvas.DrawRect(x, y - 7, Swatch, 14, paint);
        else Stroke.Draw(canvas, [new(x, y), new(x + Swatch, y)], key);
        if (key.Mark == Mark.Point) canvas.DrawCircle(x + Swatch / 2, y, 5, paint);
    }

    private static void Text(SKCanvas canvas, string text, float x, float y, float size, Color color, bool bold = false)
    {
        using SKFont font = Lettering.Font(size, bold);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, x, y, font, paint);
    }
}
