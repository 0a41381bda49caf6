using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of commits and reads that were followed one by one.</summary>
internal static class CommitMeasures
{
    internal static Members Latencies(Outcome outcome, string databases, Func<CommitOutcome, IEnumerable<IReadOnlyList<TimeSpan>>> which)
    {
        IReadOnlyList<TimeSpan>[] lists = [.. outcome.DatabasesOf(databases).SelectMany(d => which(d.Commits))];
        var seconds = new double[lists.Sum(list => list.Count)];
        int next = 0;
        foreach (IReadOnlyList<TimeSpan> list in lists)
            for (int i = 0; i < list.Count; i++) seconds[next++] = list[i].TotalSeconds;
        return Members.Known(seconds);
    }

    /// <summary>The same reads are told once a delay; they count once.</summary>
    internal static IEnumerable<IReadOnlyList<TimeSpan>> OfReads(CommitOutcome commits) =>
        commits.Reads.Take(1).Select(r => r.Latencies).Where(latencies => latencies.Count > 0);

    /// <summary>Seconds for which each read that was followed misses a write; 0 where it misses none.</summary>
    internal static Members Staleness(Outcome outcome, string databases) =>
        Members.Known([.. outcome.DatabasesOf(databases).SelectMany(d => d.Commits.Reads.Take(1)).SelectMany(r => r.Sampled).Select(r => Math.Max(0, r.StaleFor))]);

    internal static Members Lost(Outcome outcome, string databases) =>
        Members.Known([.. outcome.DatabasesOf(databases).Where(d => d.Commits.Lost is not null).Select(d => (double)d.Commits.Lost!.Value)]);

    /// <summary>The share of reads that missed the write, at the delay that is named; where none is, at the delay at which most did.</summary>
    internal static Members Stale(Outcome outcome, Subject subject)
    {
        double[] shares =
        [
            .. outcome.DatabasesOf(subject.Name).SelectMany(d => d.Commits.Reads).Where(r => subject.After is null || r.After == subject.After)
                .GroupBy(r => r.After).Where(g => g.Sum(r => (long)r.Reads) > 0).Select(g => g.Sum(r => (long)r.Stale) / (double)g.Sum(r => (long)r.Reads)),
        ];
        return shares.Length == 0 ? Members.None : Members.One(shares.Max());
    }
}
