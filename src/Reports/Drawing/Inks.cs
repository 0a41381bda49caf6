using ScottPlot;

namespace Simulator.Reports.Drawing;

/// <summary>
/// The colours of all charts: Okabe and Ito's, which people with any colour vision can tell apart, and a few greys.
/// <c>page.css</c> names the greys to swap them in dark mode.
/// </summary>
public static class Inks
{
    /// <summary>Letters, axes and the baseline's line.</summary>
    public static readonly Color Ink = new("#212529");

    /// <summary>Letters on a light colour, in dark mode too.</summary>
    public static readonly Color Black = new("#111111");

    /// <summary>Secondary letters.</summary>
    public static readonly Color Muted = new("#5F6B7A");

    /// <summary>Lines of the grid.</summary>
    public static readonly Color Grid = new("#E3E7EC");

    /// <summary>Areas behind the data.</summary>
    public static readonly Color Shade = new("#ECEFF3");

    /// <summary>What everything is drawn on.</summary>
    public static readonly Color Paper = new("#FFFFFF");

    /// <summary>Blue.</summary>
    public static readonly Color Blue = new("#0072B2");

    /// <summary>Orange.</summary>
    public static readonly Color Orange = new("#E69F00");

    /// <summary>Green.</summary>
    public static readonly Color Green = new("#009E73");

    /// <summary>Vermilion: limits, and what was published.</summary>
    public static readonly Color Vermilion = new("#D55E00");

    /// <summary>Light blue.</summary>
    public static readonly Color Sky = new("#56B4E9");

    /// <summary>Reddish purple.</summary>
    public static readonly Color Purple = new("#CC79A7");

    private static readonly Color[] Cycle = [Blue, Vermilion, Green, Orange, Purple, Sky];

    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed];

    /// <summary>Colour of the variant with this number: the baseline (0) is ink, the others go round the palette.</summary>
    public static Color OfVariant(int number) => number == 0 ? Ink : Cycle[(number - 1) % Cycle.Length];

    /// <summary>Line pattern of the variant with this number: a new one each time that the palette is used up.</summary>
    public static LinePattern PatternOfVariant(int number) =>
        number == 0 ? LinePattern.Solid : Patterns[(number - 1) / Cycle.Length % Patterns.Length];
}
