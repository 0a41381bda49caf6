using Simulator.Experiments.Objectives;
using Simulator.Experiments.Results;

namespace Simulator.Reports.Page;

/// <summary>The objectives of a policy, by disruption and tier, and what became of them.</summary>
internal static class ObjectiveTable
{
    /// <summary>Writes the objectives of all variants; those that no variant is concerned by are named in a line below.</summary>
    internal static void WriteObjectives(this Html html, StudyResult result)
    {
        Policy policy = result.Study.Policy!;
        string quantile = new Simulator.Experiments.Expectations.QuantileOfTrials(policy.Quantile).Words;
        html.Head($"{policy.About} ({policy.Name}). An objective is held against {quantile} over trials of the worst tenant or database, at 95 %; an interval is two-sided.",
            "Variant", "Disruption", "Tier", "Objective", "Limit", "Status", "Value", "Interval", "Why");
        foreach (VariantResult variant in result.Variants)
            foreach (ObjectiveResult objective in variant.Objectives.Where(objective => objective.Status != ObjectiveStatus.NotApplicable)) Write(html, variant.Name, objective);
        html.Foot();
        string[] elsewhere = [.. result.Variants[0].Objectives.Select(objective => objective.Text)
            .Where(text => result.Variants.All(variant => variant.Objectives.Any(objective => objective.Text == text && objective.Status == ObjectiveStatus.NotApplicable)))];
        if (elsewhere.Length > 0) html.Element("p", $"Not applicable, because the scenario has no such disruption or tenants: {string.Join(", ", elsewhere)}.", "class=\"note\"");
    }

    private static void Write(Html html, string variant, ObjectiveResult objective)
    {
        html.Markup("<tr>").Element("th", variant, "scope=\"row\"").Element("td", objective.Disruption.Length == 0 ? "any" : objective.Disruption).Element("td", objective.Tier.Length == 0 ? "all" : objective.Tier)
            .Element("td", objective.What.Length == 0 ? "–" : objective.What).Element("td", Humane.Format(objective.Limit, objective.Unit), "class=\"number\"")
            .Element("td", Marked(objective), $"class=\"verdict {StyleOf(objective.Status)}\"")
            .Element("td", Humane.Format(objective.Value, objective.Unit), "class=\"number\"").Element("td", Humane.Format(objective.Interval, objective.Unit), "class=\"number\"")
            .Element("td", objective.Reason).Markup("</tr>\n");
    }

    private static string Marked(ObjectiveResult objective) => objective.Status switch
    {
        ObjectiveStatus.Met => "✓ ",
        ObjectiveStatus.Breached => "✗ ",
        ObjectiveStatus.NotEnoughEvidence => "? ",
        _ => "",
    } + objective.Word;

    private static string StyleOf(ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.Met => "met",
        ObjectiveStatus.Breached => "breached",
        ObjectiveStatus.NotEnoughEvidence => "open",
        _ => "",
    };
}
