using System.Globalization;
using Simulator.Experiments.Results;
using Simulator.Experiments.Searching;

namespace Simulator.Reports;

/// <summary>What a search found, in words.</summary>
public static class SearchWords
{
    /// <summary>The answer in a few sentences.</summary>
    public static string Answer(SearchResult result)
    {
        if (result.Chosen.Count == 0) return None(result);
        DesignResult first = result.Chosen[0];
        string held = result.Search.SubjectTo.Count == 0 ? "" : ", proven to hold what must hold";
        if (!result.IsOne) return $"{Counted(result.Chosen.Count, "design")} of {result.Designs.Count} {(result.Chosen.Count == 1 ? "is" : "are")} on the front, or cannot be told from it{held}: no other is better in everything.{Doubts(result)} The first of them:";
        string sure = first.Status == DesignStatus.Best ? "no other is better, with 95 % confidence over all designs and rounds" : first.Why;
        return $"{first.Name} is the one to take{held}: {sure}{(first.Status == DesignStatus.Best && result.Sure is { } p ? $" (probability of correct selection about {Probability(p)})" : "")}.{Doubts(result)}";
    }

    /// <summary>What was spent, and on what.</summary>
    public static string Spent(SearchResult result)
    {
        int most = result.Search.Trials.MostPerDesign, tried = result.Designs.Count(design => design.Trials > 0);
        IEnumerable<string> counts = Enum.GetValues<DesignStatus>().Select(status => (status, Count: result.Designs.Count(design => design.Status == status)))
            .Where(found => found.Count > 0).Select(found => $"{found.Count} {SearchFiles.Word(found.status)}");
        return $"{Humane.Format(result.Trials, "count")} trials of {Counted(tried, "design")} in {Counted(result.Rounds, "round")}, seed {result.Study.Seed}: {string.Join(", ", counts)}. "
            + $"The most that one design got is {Humane.Format(result.Designs.Max(design => design.Trials), "count")}, of {Humane.Format(most, "count")} that it may get.";
    }

    /// <summary>The designs, those that count first.</summary>
    public static IEnumerable<DesignResult> Sorted(SearchResult result) => result.Designs
        .OrderBy(design => result.Chosen.Contains(design) ? -1 : (int)design.Status)
        .ThenBy(design => design.Objectives.Count == 0 ? double.PositiveInfinity : design.Objectives[0].Value)
        .ThenBy(design => design.Objectives.Count < 2 ? 0 : design.Objectives[1].Value).ThenBy(design => design.Number);

    /// <summary>What knobs are called at the head of a column: of a path its last words, as many as tell it from the others.</summary>
    public static IReadOnlyList<string> Heads(SearchResult result)
    {
        string[] names = [.. result.Search.Space.Knobs.Select(knob => knob.Name)];
        return [.. names.Select(name => Enumerable.Range(1, name.Split('.').Length).Select(words => Last(name, words)).First(end => end == name || names.Count(other => Last(other, end.Split('.').Length) == end) == 1 && end.Contains('.')))];
    }

    private static string Last(string path, int words) => string.Join('.', path.Split('.').TakeLast(words));

    /// <summary>The status of a design with its reason, where that is short.</summary>
    public static string Status(DesignResult design) => design.Status switch
    {
        DesignStatus.Dominated => design.Why,
        DesignStatus.Infeasible => $"misses {string.Join(" and ", design.Constraints.Where(held => held.Verdict == Verdict.Breached).Select(held => $"{held.Text} ({Humane.FormatAs(held.Text, held.Value, held.Unit)})"))}",
        DesignStatus.Unproven => $"not proven: {string.Join(" and ", design.Constraints.Where(held => held.Verdict == Verdict.NotEnoughEvidence).Select(held => $"{held.Text} ({Humane.FormatAs(held.Text, held.Value, held.Unit)})"))}",
        DesignStatus.Tied => design.Why,
        _ => SearchFiles.Word(design.Status),
    };

    /// <summary>An objective's value for people.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="objective">The number of the objective.</param>
    /// <param name="design">The design, which was tried.</param>
    public static string Value(SearchResult result, int objective, DesignResult design) => Humane.Format(design.Objectives[objective].Value, result.Search.Minimise[objective].Unit);

    private static string None(SearchResult result)
    {
        int open = result.Designs.Count(design => design.Status == DesignStatus.Unproven);
        return open == 0 ? $"No design of {result.Designs.Count} holds what must hold: every one misses it, beyond doubt."
            : $"No design is proven to hold what must hold; of {open} it is open whether they do.";
    }

    /// <summary>What might be better than the chosen one, and is not known.</summary>
    private static string Doubts(SearchResult result)
    {
        DesignResult[] tied = [.. result.Designs.Where(design => design.Status == DesignStatus.Tied && !result.Chosen.Take(1).Contains(design))];
        DesignResult[] open = [.. result.Designs.Where(design => design.Status == DesignStatus.Unproven)];
        string words = tied.Length == 0 || !result.IsOne ? "" : $" {Counted(tied.Length, "design")} cannot be told from it: {Some(tied)}.";
        return words + (open.Length == 0 ? "" : $" {Counted(open.Length, "design")} may be better, but {(open.Length == 1 ? "is" : "are")} not proven to hold what must hold: {Some(open)}.");
    }

    private static string Some(DesignResult[] designs) => string.Join("; ", designs.Take(3).Select(design => design.Name)) + (designs.Length > 3 ? $" and {designs.Length - 3} more" : "");

    private static string Probability(double probability) => probability > 0.9995 ? "1" : probability.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
