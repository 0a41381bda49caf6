using Simulator.Experiments.Fitting;
using Simulator.Reports.Charts;

namespace Simulator.Reports.Page;

/// <summary>The page of a fit: what to paste, what must be known before, the charts, and every family with its tests.</summary>
public static class FitPage
{
    /// <summary>The page as HTML.</summary>
    public static string Of(FitResult result, IReadOnlyList<Chart> charts)
    {
        Html html = Html.Begin($"Fit of {Path.GetFileName(result.Source)}");
        html.Markup("<header>\n").Element("p", "fit", "class=\"kicker\"").Element("h1", $"What distribution are the {result.Data.Count} values of {Path.GetFileName(result.Source)} from?");
        html.Element("p", result.Best is { } best ? $"{best.Text} fits best." : "None of the usual ones.", "class=\"answer\"").Markup("\n</header>\n");
        foreach (string remark in result.Remarks) html.Element("p", remark, "class=\"note\"").Markup("\n");
        if (result.Best is { } pasted) html.Element("pre", pasted.Text).Markup("\n");
        if (result.Empirical is { } empirical) html.Element("p", "Or the data themselves, with the file beside the scenario:").Markup("\n").Element("pre", empirical).Markup("\n");
        foreach (Chart chart in charts) html.WriteChart(chart);
        WriteFamilies(html, result);
        foreach ((string family, string why) in result.LeftOut) html.Element("p", $"{family} was left out: {why}.", "class=\"note\"").Markup("\n");
        html.Element("p", $"Seed {result.Seed}; p-values from {result.Samples} samples of each fitted distribution, each fitted anew: the parameters come from the same data, so published tables would be too kind.", "class=\"note\"");
        return html.End();
    }

    private static void WriteFamilies(Html html, FitResult result)
    {
        string unit = result.Column.Measure.Unit;
        html.Head("Smaller AICc is better; a p below 5 % of Anderson and Darling's test (A²) speaks against a family.", "Distribution", "Parameters ± standard error", "AICc", "BIC", "A²", "p", "D (KS)", "p", "");
        foreach (FamilyFit fit in result.Ranked)
        {
            string parameters = string.Join(", ", fit.Parameters.Select(estimated => $"{estimated.Parameter.Label} {Number(estimated.Parameter.Value, estimated)} ± {Number(estimated.StandardError, estimated)}"));
            html.Markup("<tr>").Element("th", fit.Text, "scope=\"row\"").Element("td", parameters);
            foreach (string number in (string[])[Digits(fit.Aicc), Digits(fit.Bic), Digits(fit.AndersonDarling?.Distance), P(fit.AndersonDarling), Digits(fit.KolmogorovSmirnov?.Distance), P(fit.KolmogorovSmirnov)])
                html.Element("td", number, "class=\"number\"");
            (string style, string words) = fit.AndersonDarling is null ? ("open", "not tested") : fit.IsRejected ? ("breached", "✗ does not fit") : ("met", "✓ may be");
            html.Element("td", words, $"class=\"verdict {style}\"").Markup("</tr>\n");
        }
        html.Foot();

        string Number(double value, EstimatedParameter estimated) => Humane.Format(value, estimated.Parameter.IsBare ? "" : unit);
    }

    private static string Digits(double? value) => Humane.Format(value ?? double.NaN, "");

    private static string P(GoodnessOfFit? test) => Humane.Format(test?.Probability ?? double.NaN, "share");
}
