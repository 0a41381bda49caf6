using Simulator.Experiments.Sensitivity;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>The page of a sensitivity analysis: which inputs matter, in words, pictures and numbers.</summary>
public static class SensitivityPage
{
    /// <summary>The page as HTML.</summary>
    public static string Of(SensitivityResult result, IReadOnlyList<Chart> charts)
    {
        SensitivityQuestion question = result.Question;
        Html html = Html.Begin($"What matters: {question.Study.Name}");
        html.Markup("<header>\n").Element("p", $"sensitivity, {question.Method.Word}", "class=\"kicker\"").Element("h1", "Which inputs matter?").Element("p", question.Study.Question);
        foreach (ResponseEffects response in result.Responses) html.Element("p", result.Sentence(response), "class=\"answer\"");
        html.Markup("\n</header>\n");
        foreach (Chart chart in charts) html.WriteChart(chart);
        foreach (ResponseEffects response in result.Responses.Where(response => response.Effects is not null)) WriteTable(html, result, response);
        if (question.Unmoved.Count > 0) html.Element("p", $"Not moved, as no sound scenario has them a fifth smaller and larger: {string.Join(", ", question.Unmoved)}.", "class=\"note\"").Markup("\n");
        html.Element("p", $"{result.Designs.Count} designs of {question.Trials} trials each, all with the same luck; seed {question.Study.Seed}, variant {question.Variant}, version {result.Version}."
            + " designs.csv has every design with its figures.", "class=\"note\"");
        return html.End();
    }

    private static void WriteTable(Html html, SensitivityResult result, ResponseEffects response)
    {
        html.Element("h2", response.Response.Text);
        string noise = response.Noise is { } share ? $" {Humane.Format(share, "share")} of the variance between designs is luck; it is told apart by what two halves of the trials do not agree on." : "";
        html.Head($"Intervals are two-sided at 95 %.{noise}", ["Input", "In the file", "Moved", "Matters", .. response.Effects![0].Numbers.Select(index => index.Name)]);
        foreach (int i in response.Order)
        {
            (Input input, Effect effect) = (result.Question.Inputs[i], response.Effects[i]);
            html.Markup("<tr>").Element("th", input.Path, "scope=\"row\"").Element("td", input.Written).Element("td", input.Range.Text)
                .Element("td", effect.Matters ? "✓ yes" : "not seen", $"class=\"verdict {(effect.Matters ? "met" : "open")}\"");
            foreach (Importance index in effect.Numbers)
            {
                string unit = index.IsShare ? "share" : response.Response.Unit;
                html.Markup("<td class=\"number\">").Text(Humane.Format(index.Value, unit));
                if (index.Interval is not null) html.Element("small", Humane.Format(index.Interval, unit));
                html.Markup("</td>");
            }
            html.Markup("</tr>\n");
        }
        html.Foot();
    }
}
