using ScottPlot;

namespace Simulator.Reports.Drawing;

/// <summary>How a thing looks in a chart.</summary>
public enum Mark
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A filled area.</summary>
    Area,

    /// <summary>A point with whiskers.</summary>
    Point,
}

/// <summary>One entry of a chart's key.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Mark">How it looks.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Thickness">Thickness of its line in pixels.</param>
/// <param name="Pattern">Pattern of its line.</param>
public sealed record Key(string Label, Mark Mark, Color Color, float Thickness, LinePattern Pattern)
{
    /// <summary>An entry with a solid line or an area.</summary>
    public Key(string label, Mark mark, Color color, float thickness = 2) : this(label, mark, color, thickness, LinePattern.Solid)
    {
    }

    /// <summary>The line of a variant; the baseline's is bolder.</summary>
    /// <param name="label">What it stands for.</param>
    /// <param name="number">The variant's number, 0 for the baseline.</param>
    /// <param name="bold">Thickness of the baseline's line in pixels.</param>
    public static Key OfVariant(string label, int number, float bold = 3.5f) =>
        new(label, Mark.Line, Inks.OfVariant(number), number == 0 ? bold : 2.2f, Inks.PatternOfVariant(number));
}
