using Simulator.Experiments.Results;
using Simulator.Reports.Series;

namespace Simulator.Reports.Page;

/// <summary>All variants of a study that has too many to tell of each: how many meet what is expected, and one row a variant.</summary>
internal static class SweepTable
{
    /// <summary>Writes both tables.</summary>
    internal static void WriteSweep(this Html html, StudyResult result)
    {
        html.WriteCounts(result);
        IReadOnlyList<SweepAxis> axes = SweepAxis.Of(result.Study);
        IReadOnlyList<SweepFigure> figures = SweepFigure.Of(result);
        Dictionary<string, SweepPoint>[] points = [.. figures.Select(figure => figure.Points.ToDictionary(point => point.Variant))];
        html.Markup($"<details><summary>{result.Variants.Count} variants, one row each</summary>\n");
        html.Head("Values with their 95 % interval, where there is one.", [.. axes.Select(axis => axis.Name), .. axes.Count == 0 ? (string[])["variant"] : [], .. figures.Select(figure => figure.Label)]);
        foreach (VariantResult variant in result.Variants)
        {
            html.Markup("<tr>");
            foreach (SweepAxis axis in axes) html.Element("th", axis.LevelOf(result.Study, variant.Name)?.Text ?? "", "scope=\"row\"");
            if (axes.Count == 0) html.Element("th", variant.Name, "scope=\"row\"");
            for (int i = 0; i < figures.Count; i++) html.WriteCell(figures[i], points[i].GetValueOrDefault(variant.Name));
            html.Markup("</tr>\n");
        }
        html.Foot().Markup("</details>\n");
    }

    private static void WriteCounts(this Html html, StudyResult result)
    {
        ExpectationResult[] all = [.. result.Variants.SelectMany(variant => variant.Expectations)];
        if (all.Length == 0) return;
        html.Head("In how many variants each expectation is met; a variant that none is about does not count.", "Expectation", "Met", "Breached", "Not enough evidence");
        foreach (IGrouping<string, ExpectationResult> sentence in all.GroupBy(expectation => expectation.Text))
        {
            html.Markup("<tr>").Element("th", sentence.Key, "scope=\"row\"");
            foreach (Verdict verdict in (Verdict[])[Verdict.Met, Verdict.Breached, Verdict.NotEnoughEvidence])
                html.Element("td", Humane.Format(sentence.Count(expectation => expectation.Verdict == verdict), "count"), "class=\"number\"");
            html.Markup("</tr>\n");
        }
        html.Foot();
    }

    private static void WriteCell(this Html html, SweepFigure figure, SweepPoint? point)
    {
        if (point is null)
        {
            html.Element("td", "–", "class=\"number\"");
            return;
        }
        string style = point.Verdict is { } verdict ? $"number verdict {Tables.Words(verdict).Style}" : "number";
        html.Markup($"<td class=\"{style}\">").Text(Humane.Format(point.Value, figure.Unit));
        if (point.Interval is { } interval) html.Element("small", Humane.Format(interval, figure.Unit));
        html.Markup("</td>");
    }
}
