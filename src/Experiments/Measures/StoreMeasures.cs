using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of databases, and of what was done to those who shared them.</summary>
internal static class StoreMeasures
{
    /// <summary>The longest window of each database that failed over or was brought back; of one that is still being brought back it is not known.</summary>
    internal static Members Losses(Outcome outcome, string databases) => Members.Of(
        outcome.DatabasesOf(databases).Where(HasLoss).Select(d => Lost(d, d.Losses.Select(l => l.Seconds).DefaultIfEmpty(0).Max())));

    internal static Members LostBytes(Outcome outcome, string databases) => Members.Of(
        outcome.DatabasesOf(databases).Where(HasLoss).Select(d => Lost(d, d.Losses.Sum(l => l.Bytes))));

    internal static Members Downtimes(Outcome outcome, string databases) => Members.Of(
        outcome.DatabasesOf(databases).Where(d => d.WasDown).Select(d => d.DownSince is { } since
            ? Observed.MoreThan((d.Down + (outcome.End - since)).TotalSeconds)
            : Observed.Exactly(d.Down.TotalSeconds)));

    internal static Members Reduced(Outcome outcome, string databases) =>
        Members.Of(outcome.DatabasesOf(databases).Where(d => d.Reduced.Any).Select(d => d.Reduced.Sum(outcome.End)));

    /// <summary>From the first harm of each database to the last: where it is down, or lacks something, when the run ends, it is known only to take longer.</summary>
    internal static Members Complete(Outcome outcome, string databases) => Members.Of(outcome.DatabasesOf(databases).Where(d => d.WasDown || d.Reduced.Any).Select(d =>
    {
        (Kernel.Instant From, Kernel.Instant To)[] outages = [.. d.Outages(outcome.End)];
        IEnumerable<Kernel.Instant> begins = [.. outages.Select(outage => outage.From), .. d.ReducedFrom is { } from ? new[] { from } : []];
        IEnumerable<Kernel.Instant> ends = [.. outages.Select(outage => outage.To), .. d.WholeFrom is { } whole ? new[] { whole } : []];
        return d.DownSince is null && d.Reduced.OpenSince is null
            ? Observed.Exactly((ends.Max() - begins.Min()).TotalSeconds)
            : Observed.MoreThan((outcome.End - begins.Min()).TotalSeconds);
    }));

    /// <summary>Databases that went down and serve again for good, over the time since the first of them went down.</summary>
    internal static Steps Restored(Outcome outcome, string databases)
    {
        (Kernel.Instant Down, Kernel.Instant Up, bool IsUp)[] hit = [.. outcome.DatabasesOf(databases).Where(d => d.WasDown)
            .Select(d => (Outages: d.Outages(outcome.End).ToArray(), IsUp: d.DownSince is null)).Select(d => (d.Outages[0].From, d.Outages[^1].To, d.IsUp))];
        if (hit.Length == 0) return Steps.Whole;
        Kernel.Instant first = hit.Min(d => d.Down);
        return Steps.Of(hit.Where(d => d.IsUp).Select(d => ((d.Up - first).TotalSeconds, 1L)), hit.Length, (outcome.End - first).TotalSeconds);
    }

    /// <summary>Databases that went down, or in which a tenant was deleted.</summary>
    internal static int Hit(Outcome outcome, string databases) => outcome.DatabasesOf(databases).Where(d => d.WasDown).Select(d => d.Database)
        .Union(outcome.Tenants.SelectMany(t => t.Homes).Where(home => home.Databases == databases || home.Databases.Length == 0).Select(home => home.Database)).Count();

    internal static IEnumerable<OthersRolledBack> RolledBack(Outcome outcome, string population) =>
        outcome.RolledBack.Where(r => population.Length == 0 || r.Population == population);

    internal static Members RestoreTimes(Outcome outcome, string databases) => Members.Of(
        outcome.DatabasesOf(databases).Where(d => d.HasRestorePhases).Select(d => d.IsRestoring
            ? Observed.MoreThan(d.Restoring.TotalSeconds)
            : Observed.Exactly(d.Restoring.TotalSeconds)));

    internal static Members StrandedWrites(Outcome outcome, string databases) =>
        Members.Known([.. outcome.DatabasesOf(databases).Where(d => d.WasSplit).Select(d => d.StrandedWrites)]);

    /// <summary>A split that had not ended when the run did shows in the balance alone.</summary>
    internal static Members StrandedBytes(Outcome outcome, string databases) =>
        Members.Known([.. outcome.DatabasesOf(databases).Where(HasStranded).Select(d => Math.Max(d.StrandedBytes, d.Ledger?.Stranded ?? 0))]);

    internal static Members HeldBack(Outcome outcome, string databases) =>
        Members.Known([.. outcome.DatabasesOf(databases).Where(d => d.HeldBack is not null).Select(d => d.HeldBack!.Value)]);

    internal static Members Acknowledged(Outcome outcome, string databases)
    {
        LedgerClosed[] ledgers = [.. outcome.LedgersOf(databases)];
        return ledgers.Length == 0 ? Members.None : Members.One(ledgers.Sum(l => l.Acknowledged));
    }

    internal static Members Kept(Outcome outcome, string databases)
    {
        LedgerClosed[] ledgers = [.. outcome.LedgersOf(databases)];
        double all = ledgers.Sum(l => l.Acknowledged);
        return Members.One(all > 0 ? ledgers.Sum(l => l.Kept) / all : 1);
    }

    internal static bool HasLoss(DatabaseOutcome database) => database.Losses.Count > 0 || database.IsRestoring;

    internal static bool HasStranded(DatabaseOutcome database) => database.WasSplit || database.Ledger is { Stranded: > 0 };

    private static Observed Lost(DatabaseOutcome database, double known) => database.IsRestoring ? Observed.MoreThan(known) : Observed.Exactly(known);
}
