using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Charts;
using Simulator.Reports.Series;

namespace Simulator.Reports.Page;

/// <summary>The critical paths of the shown trials, piece by piece.</summary>
internal static class PathTable
{
    /// <summary>Writes the paths of every variant's shown trial; all but the baseline's are folded.</summary>
    internal static void WritePaths(this Html html, StudyResult result)
    {
        for (int i = 0; i < result.Variants.Count; i++)
        {
            VariantResult variant = result.Variants[i];
            IncidentOutcome[] incidents = [.. Incidents(variant.Shown).Where(incident => incident.Path.Count > 0)];
            if (incidents.Length == 0) continue;
            html.Markup(i == 0 ? "<h3>" : "<details><summary>").Text(variant.Name).Markup(i == 0 ? "</h3>\n" : "</summary>\n");
            foreach (IncidentOutcome incident in incidents) html.WritePath(incident, variant.Shown.Trial);
            html.Markup(i == 0 ? "" : "</details>\n");
        }
    }

    /// <summary>Whether any shown trial has a critical path.</summary>
    internal static bool HasPaths(StudyResult result) => result.Variants.Any(variant => Incidents(variant.Shown).Any(incident => incident.Path.Count > 0));

    private static IReadOnlyList<IncidentOutcome> Incidents(ShownTrial shown) => Outcome.Of(shown.Facts, shown.Facts.Count == 0 ? Instant.Start : shown.Facts[^1].At).Incidents;

    private static void WritePath(this Html html, IncidentOutcome incident, int trial)
    {
        Instant origin = incident.Fault.Began;
        string caption = $"Trial {trial}: what the last one that came back after {incident.Fault.Name} had to wait for, {Seconds(incident.Last!.At, origin)} from the fault's beginning.";
        html.Head(caption, "What", "For", "From", "To", "Takes", "Of that");
        foreach (PathPiece piece in incident.Path.Where(piece => piece.To > piece.From))
            html.Markup("<tr>").Element("th", piece.What, "scope=\"row\"").Element("td", piece.Unit)
                .Element("td", Seconds(piece.From, origin), "class=\"number\"").Element("td", Seconds(piece.To, origin), "class=\"number\"")
                .Element("td", Seconds(piece.To, piece.From), "class=\"number\"").Element("td", WentInto(piece.Spent)).Markup("</tr>\n");
        html.Foot();
    }

    private static string WentInto(TimeSpent spent)
    {
        TimeUse[] uses = [.. TimeSpent.Uses.Where(use => spent[use] > TimeSpan.Zero)];
        return uses.Length == 1 ? WhereTimeWent.WordsFor(uses[0]) : string.Join(", ", uses.Select(use => $"{Humane.Format(spent[use].TotalSeconds, "s")} {WhereTimeWent.WordsFor(use)}"));
    }

    private static string Seconds(Instant to, Instant from) => Humane.Format(Story.Seconds(to, from), "s");
}
