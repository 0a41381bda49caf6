using Simulator.Experiments.Results;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>
/// The one page with everything: question, answer, verdicts, charts, measures and how to repeat it.
/// It needs no other file and runs nothing.
/// </summary>
public static class ReportPage
{
    /// <summary>The page as HTML.</summary>
    /// <param name="result">What the study gave.</param>
    /// <param name="charts">Its charts.</param>
    public static string Of(StudyResult result, IReadOnlyList<Chart> charts)
    {
        Html html = Html.Begin(result.Study.Name);
        WriteTop(html, result);
        html.Markup("<h2 id=\"verdicts\">Does it hold?</h2>\n").WriteVerdicts(result);
        if (charts.Count > 0) html.Markup("<h2 id=\"charts\">What happened</h2>\n");
        foreach (Chart chart in charts.Where(chart => chart is not WhereTimeWent)) html.WriteChart(chart);
        if (PathTable.HasPaths(result) || charts.Any(chart => chart is WhereTimeWent)) html.Markup("<h2 id=\"time\">Where the time went</h2>\n");
        foreach (Chart chart in charts.OfType<WhereTimeWent>()) html.WriteChart(chart);
        html.WritePaths(result);
        html.WriteBills(result);
        html.Markup("<h2 id=\"measures\">All measures</h2>\n").WriteMeasures(result);
        html.Markup("<h2 id=\"repeat\">How to repeat it</h2>\n").WriteReproduction(result);
        return html.End();
    }

    private static void WriteTop(Html html, StudyResult result)
    {
        html.Markup("<header>\n").Element("p", result.Study.Name, "class=\"kicker\"").Element("h1", result.Study.Question);
        html.Element("p", Answer.Of(result), "class=\"answer\"").Markup("\n");
        if (result.Variants.Count > 0)
        {
            VariantResult first = result.Variants[0];
            string story = $"The baseline is \"{first.Name}\"; the story shown is its trial {first.Shown.Trial},"
                + $" the one with the median {Median(first.Shown)}.";
            html.Element("p", story, "class=\"note\"");
        }
        if (result.Study.Fitted.Count > 0)
            html.Element("p", $"Fitted so that the outcome comes out, hence no evidence: {string.Join(", ", result.Study.Fitted)}.", "class=\"note\"");
        if (result.Study.Source.Length > 0) html.Element("p", $"Source: {result.Study.Source}", "class=\"source\"");
        html.Markup("<nav><a href=\"#verdicts\">Verdicts</a><a href=\"#charts\">Charts</a>");
        if (PathTable.HasPaths(result)) html.Markup("<a href=\"#time\">Time</a>");
        html.Markup("<a href=\"#measures\">Measures</a><a href=\"#repeat\">Repeat it</a></nav>\n</header>\n");
    }

    private static string Median(ShownTrial shown) => shown.MedianOf == "total recovery time" ? "recovery time" : shown.MedianOf;
}
