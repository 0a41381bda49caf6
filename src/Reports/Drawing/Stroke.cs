using ScottPlot;
using SkiaSharp;

namespace Simulator.Reports.Drawing;

/// <summary>
/// A line through points of the data. The drawing library's own lines lose their dashes in SVG; these are cut into dashes before they
/// are drawn.
/// </summary>
/// <param name="Points">The points, in order.</param>
/// <param name="Look">Colour, thickness and pattern.</param>
public sealed record Stroke(IReadOnlyList<Coordinates> Points, Key Look) : IPlottable
{
    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => new(Points);

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        ArgumentNullException.ThrowIfNull(rp);
        Draw(rp.Canvas, [.. Points.Select(p => Axes.GetPixel(p).ToSKPoint())], Look);
    }

    /// <summary>Draws a line on a canvas; dashes become areas, which every format knows.</summary>
    public static void Draw(SKCanvas canvas, SKPoint[] points, Key look)
    {
        using var path = new SKPath();
        path.AddPoly(points, close: false);
        using var paint = new SKPaint
        {
            Style = SKPaintStyle.Stroke, StrokeWidth = look.Thickness, StrokeJoin = SKStrokeJoin.Round,
            Color = look.Color.ToSKColor(), IsAntialias = true,
        };
        if (look.Pattern.Equals(LinePattern.Solid))
        {
            canvas.DrawPath(path, paint);
            return;
        }
        using SKPathEffect? dashes = look.Pattern.GetPathEffect();
        paint.PathEffect = dashes;
        using SKPath filled = paint.GetFillPath(path) ?? path;
        using var fill = new SKPaint { Color = look.Color.ToSKColor(), IsAntialias = true };
        canvas.DrawPath(filled, fill);
    }
}
