using Simulator.Experiments.Results;
using Simulator.Reports.Charts;
using Simulator.Reports.Series;

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
        bool isMany = SweepFigure.IsMany(result);
        StudyResult told = isMany ? SweepFigure.BaselineOf(result) : result;
        WriteTop(html, result);
        html.Markup("<h2 id=\"verdicts\">Does it hold?</h2>\n");
        if (isMany) html.WriteSweep(result);
        else html.WriteVerdicts(result);
        html.WriteIgnorance(result);
        if (result.Study.Policy is not null) html.Markup("<h2 id=\"objectives\">Objectives</h2>\n").WriteObjectives(result);
        if (charts.Count > 0) html.Markup("<h2 id=\"charts\">What happened</h2>\n");
        if (isMany) html.Element("p", $"Pictures of one variant are of the baseline, \"{result.Variants[0].Name}\".", "class=\"note\"");
        foreach (Chart chart in charts.Where(chart => chart is not WhereTimeWent)) html.WriteChart(chart);
        if (PathTable.HasPaths(told) || charts.Any(chart => chart is WhereTimeWent)) html.Markup("<h2 id=\"time\">Where the time went</h2>\n");
        foreach (Chart chart in charts.OfType<WhereTimeWent>()) html.WriteChart(chart);
        html.WritePaths(told);
        html.WriteBills(told);
        html.Markup("<h2 id=\"measures\">All measures</h2>\n").WriteMeasures(told);
        if (isMany) html.Element("p", "variants.csv has every measure of every variant.", "class=\"note\"");
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
        html.Markup("<nav><a href=\"#verdicts\">Verdicts</a>");
        if (result.Study.Policy is not null) html.Markup("<a href=\"#objectives\">Objectives</a>");
        html.Markup("<a href=\"#charts\">Charts</a>");
        if (PathTable.HasPaths(result)) html.Markup("<a href=\"#time\">Time</a>");
        html.Markup("<a href=\"#measures\">Measures</a><a href=\"#repeat\">Repeat it</a></nav>\n</header>\n");
    }

    private static string Median(ShownTrial shown) => shown.MedianOf == "total recovery time" ? "recovery time" : shown.MedianOf;
}
