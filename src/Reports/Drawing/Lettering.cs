using ScottPlot;
using SkiaSharp;

namespace Simulator.Reports.Drawing;

/// <summary>
/// The bundled typefaces. A machine without fonts draws charts without any text, and says nothing; so charts never use its fonts.
/// </summary>
public sealed class Lettering : IFontResolver
{
    /// <summary>Name of the bundled family.</summary>
    public const string Family = "DejaVu Sans";

    private static readonly Lock Once = new();
    private static bool _registered;

    private readonly SKTypeface _regular = Load("DejaVuSans.ttf");
    private readonly SKTypeface _bold = Load("DejaVuSans-Bold.ttf");

    private Lettering()
    {
    }

    /// <summary>Makes the bundled typefaces the only ones of every chart drawn from here on; doing it twice changes nothing.</summary>
    public static void Register()
    {
        lock (Once)
        {
            if (_registered) return;
            ScottPlot.Fonts.FontResolvers.Clear();
            ScottPlot.Fonts.FontResolvers.Add(new Lettering());
            ScottPlot.Fonts.Default = ScottPlot.Fonts.Sans = ScottPlot.Fonts.Serif = ScottPlot.Fonts.Monospace = Family;
            _registered = true;
        }
    }

    /// <summary>The bundled face nearest to the one asked for, whatever its family.</summary>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        weight >= FontWeight.SemiBold ? _bold : _regular;

    /// <summary>The bundled face, regular or bold, whatever its family.</summary>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => bold ? _bold : _regular;

    /// <summary>How wide a text is when drawn.</summary>
    /// <param name="text">The text, on one line.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="bold">Whether it is drawn in bold.</param>
    public static float Width(string text, float size, bool bold = false)
    {
        using SKFont font = Font(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>The bundled font in a size; the caller disposes of it.</summary>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static SKFont Font(float size, bool bold)
    {
        Register();
        return new SKFont(ScottPlot.Fonts.GetTypeface(Family, bold, false), size) { Subpixel = true, Hinting = SKFontHinting.None };
    }

    private static SKTypeface Load(string name)
    {
        using Stream stream = typeof(Lettering).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the font {name} is missing from the program");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"the font {name} cannot be read");
    }
}
