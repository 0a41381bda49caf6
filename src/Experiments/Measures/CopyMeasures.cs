namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of copies of databases: of those that follow the log, and of backups.</summary>
internal static class CopyMeasures
{
    /// <summary>The peak of each follower; of one that had not caught up it is known only as far as its lag was told.</summary>
    internal static Members Peaks(Outcome outcome, Subject subject, Func<FollowerOutcome, double> peak) => Members.Of(
        FollowersOf(outcome, subject).Where(f => f.HasLag).Select(f => f.MayBeWorse(outcome.End) ? Observed.MoreThan(peak(f)) : Observed.Exactly(peak(f))));

    internal static Members Lengths(Outcome outcome, Subject subject, Func<FollowerOutcome, Spans> spans) =>
        Members.Of(FollowersOf(outcome, subject).SelectMany(f => spans(f).Each(outcome.End)));

    internal static Members ForecastErrors(Outcome outcome, Subject subject) => Members.Known([.. FollowersOf(outcome, subject).SelectMany(f => f.ForecastErrors)]);

    internal static Members Degraded(Outcome outcome, string databases) =>
        Members.Of(outcome.DatabasesOf(databases).Where(d => d.Degraded.Any).Select(d => d.Degraded.Sum(outcome.End)));

    /// <summary>What all backups of each database occupy, or the one that is named.</summary>
    internal static Members Stored(Outcome outcome, Subject subject) => Members.Known(
        [.. outcome.DatabasesOf(subject.Name).Select(d => d.Stored.Where(b => IsMeant(subject, b.Key)).Select(b => b.Value).ToArray())
            .Where(stored => stored.Length > 0).Select(stored => stored.Sum())]);

    /// <summary>How many points of each database's backups, or of the one that is named, were found to be bad, by anything or by one thing alone.</summary>
    internal static Members FoundBad(Outcome outcome, Subject subject, string? by = null) => Members.Known(
        [.. outcome.DatabasesOf(subject.Name).Select(d => (double)d.FoundBad.Count(found => IsMeant(subject, found.Backup) && (by ?? found.By) == found.By))]);

    /// <summary>The worst age of each database's newest usable point, whichever backup offers it, or the one that is named.</summary>
    internal static Members PointAges(Outcome outcome, Subject subject) => Members.Known(
        [.. outcome.DatabasesOf(subject.Name).Where(d => d.Points.Keys.Any(b => IsMeant(subject, b)))
            .Select(d => UsablePoints.WorstAge(d.Points.Where(b => IsMeant(subject, b.Key)).SelectMany(b => b.Value), d.Outages(outcome.End), outcome.End))]);

    private static IEnumerable<FollowerOutcome> FollowersOf(Outcome outcome, Subject subject) =>
        outcome.DatabasesOf(subject.Name).SelectMany(d => d.Followers).Where(f => IsMeant(subject, f.Name));

    // Of several like standbys each has a number behind its name.
    private static bool IsMeant(Subject subject, string name) => subject.Part is null || subject.Part == name || name.StartsWith($"{subject.Part} ", StringComparison.Ordinal);
}
