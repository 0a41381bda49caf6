using System.Xml.Linq;
using NUnit.Framework;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;
using SkiaSharp;

namespace Simulator.Tests.Reports;

[TestFixture]
public class PictureTests
{
    private static readonly IReadOnlyList<Chart> Charts = Gallery.Of(SyntheticStudy.Make(trials: 5));

    [Test]
    public void Equal_charts_give_equal_bytes()
    {
        foreach (Chart chart in Charts)
        {
            Sheet once = new(chart, IsFramed: true), again = new(chart, IsFramed: true);
            Assert.That(again.Svg(), Is.EqualTo(once.Svg()), chart.Name);
            Assert.That(again.Png(), Is.EqualTo(once.Png()), chart.Name);
        }
    }

    [Test]
    public void Text_is_drawn_whatever_fonts_the_machine_has()
    {
        foreach (Chart chart in Charts)
        {
            using SKBitmap with = SKBitmap.Decode(new Sheet(chart, IsFramed: true).Png());
            using SKBitmap without = SKBitmap.Decode(new Sheet(chart with { Title = "" }, IsFramed: true).Png());
            Assert.That(Dark(with, 0, 60) - Dark(without, 0, 60), Is.GreaterThan(500), $"title of {chart.Name}");
            Assert.That(Dark(with, with.Height - 90, with.Height), Is.GreaterThan(500), $"caption of {chart.Name}");
        }
    }

    [Test]
    public void Every_letter_comes_from_the_bundled_font()
    {
        Lettering.Register();
        foreach (bool bold in (bool[])[false, true])
        {
            SKTypeface face = ScottPlot.Fonts.GetTypeface("No Such Font", bold, italic: false);
            Assert.That((face.FamilyName, face.IsBold), Is.EqualTo((Lettering.Family, bold)));
            Assert.That(face.ContainsGlyphs("Ag 0–9 ≤ · … ∞ µ é Ж"));
        }
        Assert.That(ScottPlot.Fonts.FontResolvers, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_svg_scales_names_itself_and_has_ids_of_its_own()
    {
        var ids = new HashSet<string>();
        foreach (Chart chart in Charts)
        {
            string svg = new Sheet(chart, IsFramed: false).Svg();
            XElement root = XElement.Parse(svg);
            Assert.That(svg, Does.StartWith("<svg "));
            Assert.That((string?)root.Attribute("viewBox"), Does.StartWith("0 0 1200 "));
            Assert.That(root.DescendantsAndSelf().Count(e => e.Attribute("font-family") is not null), Is.EqualTo(1));
            Assert.That(root.Descendants().Attributes("id").All(id => ids.Add(id.Value)), $"{chart.Name} shares an id with another chart");
            foreach (string use in root.Descendants().Attributes("clip-path").Select(a => a.Value[5..^1])) Assert.That(ids, Does.Contain(use));
        }
    }

    private static int Dark(SKBitmap picture, int top, int bottom)
    {
        // Four bytes a pixel; the second is green in either order.
        ReadOnlySpan<byte> pixels = picture.GetPixelSpan();
        int dark = 0;
        for (int i = top * picture.RowBytes; i < bottom * picture.RowBytes; i += 4)
            if (pixels[i + 1] < 160) dark++;
        return dark;
    }
}
