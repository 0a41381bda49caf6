using Simulator.Experiments.Results;
using Simulator.Experiments.Searching;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>The page of a search: the answer with its evidence, what to paste, the pictures, every design, and how to repeat it.</summary>
public static class SearchPage
{
    private const string Method = "Every design meets the same luck, trial by trial (common random numbers). After a first look at every design, trials go by optimal computing budget allocation "
        + "(Chen, Lin, Yücesan and Chick 2000) to those that are still in question, under constraints as by Lee, Pujowidianto, Li, Chen and Yap (2012), with several objectives as by Lee, Chew, Teng and Goldsman (2004). "
        + "A design is dominated only where the paired interval of the difference leaves no doubt: Bonferroni over all designs, and of an error of 5 % round j may spend 1/(j(j+1)). "
        + "A sentence that must hold is proven by its one-sided 95 % bound, looked at after every round.";

    /// <summary>The page as HTML; it needs no other file.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="file">Name of the scenario's file.</param>
    /// <param name="charts">The charts.</param>
    public static string Of(SearchResult result, string file, IReadOnlyList<Chart> charts)
    {
        Html html = Html.Begin($"{result.Study.Name}: search");
        html.Markup("<header>\n").Element("p", $"{result.Study.Name}: search", "class=\"kicker\"").Element("h1", result.Study.Question);
        html.Element("p", SearchWords.Answer(result), "class=\"answer\"").Markup("\n").Element("p", Asked(result), "class=\"note\"").Markup("\n</header>\n");
        foreach (DesignResult design in result.Chosen.Take(1))
            html.Markup("<h2>What to paste</h2>\n").Element("pre", string.Join('\n', design.Settings)).Markup("\n");
        foreach (Chart chart in charts) html.WriteChart(chart);
        html.Markup("<h2>All designs</h2>\n").WriteDesigns(result);
        html.Markup("<h2>How it was found</h2>\n").Element("p", SearchWords.Spent(result)).Element("p", Method, "class=\"note\"");
        html.Markup("<h2>How to repeat it</h2>\n").Element("pre", $"simulator search {file} --seed {result.Study.Seed} --budget {result.Search.Trials.InAll}");
        html.Element("p", $"The same numbers come out on any number of processors, with version {result.Version}.");
        return html.End();
    }

    private static string Asked(SearchResult result)
    {
        string several = result.Search.Minimise.Count == 1 ? "" : result.Search.InOrder ? ", in this order" : ", which make a front";
        string held = result.Search.SubjectTo.Count == 0 ? "Nothing must hold." : $"What must hold: {string.Join("; ", result.Search.SubjectTo.Select(sentence => sentence.Text))}.";
        return $"To be small: {string.Join("; ", result.Search.Minimise.Select(objective => objective.Text))}{several}. {held}";
    }

    private static Html WriteDesigns(this Html html, SearchResult result)
    {
        html.Head("Those that count first. Below each estimate its 95 % interval; where the trials cannot give one, a dash stands.",
            [.. SearchWords.Heads(result), "Status", "Trials", .. Figures(result).Select(objective => result.Search.Minimise[objective].Text), .. result.Search.SubjectTo.Select(sentence => sentence.Text), "Why"]);
        foreach (DesignResult design in SearchWords.Sorted(result))
        {
            html.Markup("<tr>");
            foreach (string value in design.Values) html.Element("th", value, "scope=\"row\"");
            html.Element("td", SearchFiles.Word(design.Status), $"class=\"verdict {Style(design.Status)}\"").Element("td", $"{design.Trials}", "class=\"number\"");
            foreach (int i in Figures(result))
                if (i < design.Objectives.Count) html.WriteEstimate(SearchWords.Value(result, i, design), design.Objectives[i].Interval, result.Search.Minimise[i].Unit);
                else html.Element("td", "–");
            for (int i = 0; i < result.Search.SubjectTo.Count; i++)
                if (i < design.Constraints.Count) html.WriteEstimate(Humane.FormatAs(design.Constraints[i].Text, design.Constraints[i].Value, design.Constraints[i].Unit), design.Constraints[i].Interval, design.Constraints[i].Unit);
                else html.Element("td", "–");
            html.Element("td", design.Why).Markup("</tr>\n");
        }
        return html.Foot();
    }

    /// <summary>The objectives that are figures; a knob has its own column.</summary>
    private static IEnumerable<int> Figures(SearchResult result) => Enumerable.Range(0, result.Search.Minimise.Count).Where(objective => result.Search.Minimise[objective].Knob is null);

    private static void WriteEstimate(this Html html, string value, Interval? interval, string unit) =>
        html.Markup("<td class=\"number\">").Text(value).Element("small", Humane.Format(interval, unit)).Markup("</td>");

    private static string Style(DesignStatus status) => status switch { DesignStatus.Best => "met", DesignStatus.Infeasible or DesignStatus.Dominated or DesignStatus.Unsound => "breached", _ => "open" };
}
