using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Simulator.Reports.Drawing;

/// <summary>
/// Makes an SVG of the drawing library into one that may be compared, inlined and read: equal charts give equal bytes,
/// clip ids are the chart's own, the picture scales, and the text keeps its width with whatever font the reader has.
/// </summary>
public static partial class Vector
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The finished SVG, without an XML prolog.</summary>
    /// <param name="raw">The library's SVG.</param>
    /// <param name="name">The chart's name; its ids begin with it, so that many charts can share a page.</param>
    /// <param name="title">What the picture shows, read out in its place.</param>
    /// <param name="description">What to look for.</param>
    public static string Finish(string raw, string name, string title, string description)
    {
        XElement root = XElement.Parse(raw);
        // The library wipes its canvas with nothing, which SVG takes for black.
        root.Descendants(Svg + "rect").Where(r => r.Attribute("fill") is null && r.Parent!.Name != Svg + "clipPath").Remove();
        Renumber(root, name);
        foreach (XElement text in root.Descendants(Svg + "text").ToList()) Loosen(text);
        foreach (XAttribute attribute in root.Descendants().Attributes().Where(a => Numbers.Contains(a.Name.LocalName)).ToList())
            attribute.Value = Shorten(attribute.Value);
        root.SetAttributeValue("viewBox", $"0 0 {(string?)root.Attribute("width")} {(string?)root.Attribute("height")}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("font-family", "'DejaVu Sans', Verdana, sans-serif");
        root.SetAttributeValue("aria-labelledby", $"{name}-title {name}-desc");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{name}-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", $"{name}-desc"), description));
        return root.ToString(SaveOptions.DisableFormatting).Replace("\r", "");
    }

    private static readonly HashSet<string> Numbers =
        ["d", "x", "y", "width", "height", "cx", "cy", "rx", "ry", "transform"];

    // The library counts clip paths over the life of the process.
    private static void Renumber(XElement root, string name)
    {
        var known = new Dictionary<string, string>();
        foreach (XAttribute id in root.Descendants().Attributes("id").ToList())
        {
            known[$"url(#{id.Value})"] = $"url(#{name}-{known.Count + 1})";
            id.Value = $"{name}-{known.Count}";
        }
        foreach (XAttribute use in root.Descendants().Attributes().Where(a => known.ContainsKey(a.Value)).ToList())
            use.Value = known[use.Value];
    }

    // One position a letter would tear words apart in any other font: keep the first, and the length of the whole.
    private static void Loosen(XElement text)
    {
        string words = text.Value.Trim('\n', '\t', '\r');
        float size = float.Parse((string?)text.Attribute("font-size") ?? "12", CultureInfo.InvariantCulture);
        bool isBold = (string?)text.Attribute("font-weight") is not (null or "400" or "normal");
        text.SetAttributeValue("x", First(text, "x"));
        text.SetAttributeValue("y", First(text, "y"));
        text.SetAttributeValue("textLength", Math.Round(Lettering.Width(words, size, isBold), 1).ToString(CultureInfo.InvariantCulture));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        text.SetAttributeValue("font-family", null);
        text.Value = words;
    }

    private static string First(XElement text, string axis) => ((string?)text.Attribute(axis) ?? "0").Split(',')[0].Trim();

    private static string Shorten(string numbers) => LongNumber().Replace(numbers, m =>
    {
        double value = Math.Round(double.Parse(m.Value, CultureInfo.InvariantCulture), 1);
        // Minus zero is written as zero.
        return (value + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
    });

    [GeneratedRegex(@"-?\d+\.\d{2,}(e-?\d+)?")]
    private static partial Regex LongNumber();
}
