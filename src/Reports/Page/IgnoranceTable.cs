using Simulator.Experiments.Results;
using Simulator.Reports.Series;

namespace Simulator.Reports.Page;

/// <summary>How much of the spread of each figure is luck and how much ignorance, and what would be worth measuring first.</summary>
internal static class IgnoranceTable
{
    /// <summary>Writes the tables of the variants; of very many, of the baseline.</summary>
    internal static void WriteIgnorance(this Html html, StudyResult result)
    {
        if (result.Study.Uncertainty is not { } uncertainty) return;
        html.Markup("<h2 id=\"ignorance\">Luck or ignorance?</h2>\n");
        html.Element("p", $"{uncertainty.Inputs.Count} inputs are not known exactly. Each was drawn {uncertainty.Draws} times, alike for all variants; {result.Study.Trials} trials of each draw differ by luck alone."
            + " What differs between draws is ignorance: it goes when the inputs are measured. Luck stays, whatever is known.");
        IEnumerable<VariantResult> variants = SweepFigure.IsMany(result) ? result.Variants.Take(1) : result.Variants;
        html.Head("Standard deviations, and the share of ignorance in the variance with its 95 % interval; below each input, the share of that ignorance that would go if it alone were measured.",
            "Variant", "Figure", "Mean", "By luck", "By ignorance", "Share of ignorance", "Worth measuring first");
        foreach (VariantResult variant in variants)
            foreach (Ignorance figure in variant.Ignorance.Where(figure => figure.Split is null or { Within: > 0 } or { Between: > 0 })) html.WriteRow(variant.Name, figure);
        html.Foot();
    }

    private static void WriteRow(this Html html, string variant, Ignorance figure)
    {
        html.Markup("<tr>").Element("th", variant, "scope=\"row\"").Element("th", figure.Figure, "scope=\"row\"");
        if (figure.Split is not { } split)
        {
            html.Markup("<td colspan=\"5\">some trials have no finite value of it: their variance cannot be told</td></tr>\n");
            return;
        }
        html.WriteEstimate(split.Mean, null, figure.Unit, "");
        html.WriteEstimate(Math.Sqrt(split.Within), Root(split.WithinInterval), figure.Unit, "no interval");
        html.WriteEstimate(Math.Sqrt(split.Between), Root(split.BetweenInterval), figure.Unit, "no interval");
        html.WriteEstimate(split.Share, split.ShareInterval, "share", "no interval").Markup("<td>");
        if (figure.Inputs.Count == 0) html.Text("nothing: draws differ no more than by luck");
        foreach (InputShare input in figure.Inputs)
            html.Markup("<div>").Element("code", input.Path).Text($" {Humane.Format(input.Share, "share")}").Element("small", Humane.Format(input.Interval, "share")).Markup("</div>");
        html.Markup("</td></tr>\n");
    }

    private static Html WriteEstimate(this Html html, double value, Interval? interval, string unit, string none)
    {
        html.Markup("<td class=\"number\">").Text(Humane.Format(value, unit));
        string between = interval is null ? none : Humane.Format(interval, unit);
        if (between.Length > 0) html.Element("small", between);
        return html.Markup("</td>");
    }

    private static Interval? Root(Interval? interval) => interval is { } ends ? new Interval(Math.Sqrt(ends.Low), Math.Sqrt(ends.High)) : null;
}
