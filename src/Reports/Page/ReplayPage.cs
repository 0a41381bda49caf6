using Simulator.Experiments.Replays;
using Simulator.Experiments.Results;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>The page over all replayed incidents: how far simulated figures are from published ones, what was fitted, and what each figure depends on.</summary>
public static class ReplayPage
{
    /// <summary>The page as HTML. It links to the incidents' own reports, which lie in folders beside its own.</summary>
    /// <param name="rows">The figures.</param>
    /// <param name="fitted">The inputs of each incident that were fitted, by its name.</param>
    /// <param name="charts">The charts.</param>
    public static string Of(IReadOnlyList<ReplayRow> rows, IReadOnlyDictionary<string, IReadOnlyList<string>> fitted, IReadOnlyList<Chart> charts)
    {
        Html html = Html.Begin("Published outages, replayed");
        html.Markup("<header>\n").Element("p", "replay", "class=\"kicker\"").Element("h1", "What does the simulator make of published outages?");
        int met = rows.Count(row => row.Result.Verdict == Verdict.Met), incidents = rows.Select(row => row.Incident).Distinct().Count();
        html.Element("p", $"{met} of {rows.Count} published figures of {incidents} outages come out of their published inputs.", "class=\"answer\"").Markup("\n</header>\n");
        foreach (Chart chart in charts) html.WriteChart(chart);
        foreach (IGrouping<string, ReplayRow> incident in rows.GroupBy(row => row.Incident)) WriteIncident(html, incident, fitted.GetValueOrDefault(incident.Key, []));
        return html.End();
    }

    private static void WriteIncident(Html html, IGrouping<string, ReplayRow> incident, IReadOnlyList<string> fitted)
    {
        html.Element("h2", incident.Key).Markup("<p>").Element("a", "Its own report", $"href=\"../{incident.Key}/report.html\"").Markup("</p>\n");
        html.Element("p", fitted.Count == 0 ? "Nothing in its file was fitted." : $"Fitted so that the outcome comes out, hence no evidence: {string.Join(", ", fitted)}.", "class=\"note\"");
        html.Head("An interval is two-sided at 95 %; where the trials cannot give one, a dash stands.", "Figure", "Published", "Simulated", "Interval", "Verdict", "Depends on");
        foreach (ReplayRow row in incident)
        {
            (string style, string words) = Tables.Words(row.Result.Verdict);
            html.Markup("<tr>").Element("th", row.FigureAndVariant, "scope=\"row\"").Element("td", row.Published)
                .Element("td", Humane.Format(row.Result.Value ?? double.NaN, row.Result.Unit), "class=\"number\"")
                .Element("td", Humane.Format(row.Result.Interval, row.Result.Unit), "class=\"number\"")
                .Element("td", words, $"class=\"verdict {style}\"").Element("td", Inputs(row, fitted)).Markup("</tr>\n");
        }
        html.Foot();
    }

    private static string Inputs(ReplayRow row, IReadOnlyList<string> fitted) => row.Inputs switch
    {
        null => "not looked for",
        { Count: 0 } => "no quantity of the file",
        { } inputs => string.Join(", ", inputs.Select(input => fitted.Contains(input) ? $"{input} (fitted)" : input)),
    };
}
