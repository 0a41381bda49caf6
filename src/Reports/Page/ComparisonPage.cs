using Simulator.Experiments.Comparing;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>The page of a comparison: the verdict, the picture, every measure, and how it was told.</summary>
public static class ComparisonPage
{
    /// <summary>The page as HTML. It needs no other file and runs nothing.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="charts">Its charts.</param>
    public static string Of(ComparisonResult result, IReadOnlyList<Chart> charts)
    {
        Html html = Html.Begin($"Compared: {result.Title}");
        html.Markup("<header>\n").Element("p", "compare", "class=\"kicker\"").Element("h1", result.Title);
        html.Element("p", result.Verdict, "class=\"answer\"").Markup("\n</header>\n");
        foreach (Chart chart in charts) html.WriteChart(chart);
        html.Markup("<h2>Measures</h2>\n").Head(ComparisonWords.Method(result), "Measure", "A", "B", "B - A", "Verdict", "p (Holm)", "Difference of medians", "Difference of p95", "Trials", "");
        foreach (ComparedMeasure measure in result.Measures) WriteRow(html, measure, result);
        html.Foot().Markup("<h2>How it was compared</h2>\n<ul>\n");
        foreach (string line in ComparisonWords.Pairing(result).Concat(result.OnOneSide)) html.Element("li", line).Markup("\n");
        html.Markup("</ul>\n").Element("p", "Paired means: Student's t of the differences. Not paired: Welch. Shares of trials: McNemar's exact test and Newcombe's interval, or Fisher's. Quantiles: bootstrap by trial.", "class=\"note\"");
        return html.Element("p", $"Version {result.Version}.", "class=\"note\"").Markup("\n").End();
    }

    private static void WriteRow(Html html, ComparedMeasure measure, ComparisonResult result)
    {
        html.Markup("<tr>").Element("th", ComparisonWords.Name(measure), "scope=\"row\"")
            .Element("td", Humane.Format(measure.Shift.A, measure.Unit), "class=\"number\"").Element("td", Humane.Format(measure.Shift.B, measure.Unit), "class=\"number\"")
            .Markup("<td class=\"number\">").Text(ComparisonWords.Shift(measure)).Element("small", ComparisonWords.Interval(measure)).Markup("</td>")
            .Element("td", ComparisonWords.Verdict(measure, result), $"class=\"{StyleOf(measure.Change)}\"").Element("td", ComparisonWords.P(measure), "class=\"number\"")
            .Element("td", ComparisonWords.Signed(measure.OfMedians, measure.Unit), "class=\"number\"").Element("td", ComparisonWords.Signed(measure.OfP95, measure.Unit), "class=\"number\"")
            .Element("td", Humane.Format(measure.Trials, "count"), "class=\"number\"").Element("td", ComparisonWords.Remark(measure)).Markup("</tr>\n");
    }

    private static string StyleOf(Change change) => change switch
    {
        Change.Better or Change.NoWorse => "met",
        Change.Worse => "breached",
        Change.Same => "",
        _ => "open",
    };
}
