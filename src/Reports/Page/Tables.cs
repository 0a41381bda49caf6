using Simulator.Experiments.Results;
using Simulator.Reports.Series;

namespace Simulator.Reports.Page;

/// <summary>The tables of the page: verdicts, measures, and what is needed to repeat the study.</summary>
internal static class Tables
{
    /// <summary>Writes the verdicts of all variants; those of the baseline first.</summary>
    internal static void WriteVerdicts(this Html html, StudyResult result)
    {
        if (result.Variants.All(v => v.Expectations.Count == 0))
        {
            html.Markup("<p class=\"note\">The scenario expects nothing, so there is nothing to judge.</p>\n");
            return;
        }
        string caption = "An interval is two-sided at 95 %; where the trials cannot give one, a dash stands.";
        html.Head(caption, "Variant", "Expectation", "Verdict", "Value", "Interval", "Why");
        foreach (VariantResult variant in result.Variants)
        {
            foreach (ExpectationResult expectation in variant.Expectations)
            {
                (string style, string words) = Words(expectation.Verdict);
                html.Markup("<tr>").Element("th", variant.Name, "scope=\"row\"").Element("td", expectation.Text)
                    .Element("td", words, $"class=\"verdict {style}\"")
                    .Element("td", Humane.FormatAs(expectation.Text, expectation.Value, expectation.Unit), "class=\"number\"")
                    .Element("td", Humane.Format(expectation.Interval, expectation.Unit), "class=\"number\"")
                    .Element("td", expectation.Reason).Markup("</tr>\n");
            }
        }
        html.Foot();
    }

    /// <summary>Writes the measures of every variant; all but the baseline's are folded.</summary>
    internal static void WriteMeasures(this Html html, StudyResult result)
    {
        for (int i = 0; i < result.Variants.Count; i++)
        {
            VariantResult variant = result.Variants[i];
            html.Markup(i == 0 ? "<h3>" : "<details><summary>").Text(variant.Name).Markup(i == 0 ? "</h3>\n" : "</summary>\n");
            string caption = $"{Humane.Format(variant.Trials, "count")} trials; below each estimate its 95 % interval.";
            html.Head(caption, "Measure", "Values", "Mean", "Median", "p95", "p99", "Largest");
            foreach (MeasureSummary measure in variant.Measures) html.WriteRow(measure);
            html.Foot().Markup(i == 0 ? "" : "</details>\n");
        }
    }

    /// <summary>Writes what is needed to repeat the study and to know that it was repeated.</summary>
    internal static void WriteReproduction(this Html html, StudyResult result)
    {
        html.Markup("<p>With the same scenario file, seed and version, every number on this page comes out the same,");
        html.Markup(" on any number of processors.</p>\n");
        html.Element("pre", $"simulator run {result.Study.Name}.yaml --seed {result.Study.Seed} --trials {result.Study.Trials}").Markup("\n");
        html.Markup("<p>With <code>--variant</code> and <code>--trial</code> it prints the journal of one trial, such as the shown ones below.</p>\n");
        string trials = Humane.Format(result.Study.Trials, "count");
        string each = result.Study.Uncertainty is { } uncertainty ? $" in each of {uncertainty.Draws} draws of what is uncertain" : "";
        html.Element("p", $"Seed {result.Study.Seed}, {trials} trials of each variant{each}, version {result.Version}.");
        bool isFolded = SweepFigure.IsMany(result);
        if (isFolded) html.Markup("<details><summary>Fingerprints of all variants</summary>\n");
        string caption = "A fingerprint changes when anything happens at another moment.";
        html.Head(caption, "Variant", "Trials", "Fingerprint of all trials", "Shown trial", "Its fingerprint");
        foreach (VariantResult variant in result.Variants)
        {
            html.Markup("<tr>").Element("th", variant.Name, "scope=\"row\"").Element("td", Humane.Format(variant.Trials, "count"))
                .Markup("<td>").Element("code", variant.Fingerprint).Markup("</td>").Element("td", $"{variant.Shown.Trial}")
                .Markup("<td>").Element("code", variant.Shown.Fingerprint).Markup("</td></tr>\n");
        }
        html.Foot();
        if (isFolded) html.Markup("</details>\n");
    }

    private static void WriteRow(this Html html, MeasureSummary measure)
    {
        string subject = measure.Subject.Length == 0 ? "" : $" of {measure.Subject}";
        html.Markup("<tr>").Element("th", measure.Measure + subject, "scope=\"row\"");
        html.Element("td", Humane.Format(measure.Count, "count"), "class=\"number\"");
        html.WriteEstimate(measure.Mean, measure.MeanInterval, measure.Unit);
        foreach (Quantile quantile in (Quantile[])[measure.P50, measure.P95, measure.P99])
            html.WriteEstimate(quantile.Value, quantile.Interval, measure.Unit);
        html.Element("td", Humane.Format(measure.Max, measure.Unit), "class=\"number\"").Markup("</tr>\n");
    }

    private static void WriteEstimate(this Html html, double value, Interval? interval, string unit)
    {
        html.Markup("<td class=\"number\">").Text(Humane.Format(value, unit));
        html.Element("small", interval is null ? "no interval" : Humane.Format(interval, unit)).Markup("</td>");
    }

    /// <summary>How a verdict looks: a class of the style, and words.</summary>
    internal static (string Style, string Words) Words(Verdict verdict) => verdict switch
    {
        Verdict.Met => ("met", "✓ met"),
        Verdict.Breached => ("breached", "✗ breached"),
        _ => ("open", "? not enough evidence"),
    };
}
