using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Every measure there is: its only registration.</summary>
public static class MeasureTable
{
    private static readonly Reduce[] All = [Reduce.Each, Reduce.Worst, Reduce.Mean, Reduce.Median, Reduce.Total];
    private static readonly Reduce[] Extremes = [Reduce.Each, Reduce.Worst];
    private const int MostTold = 12;
    private static readonly Reduce[] Middle = [Reduce.Each, Reduce.Median];
    private static readonly Reduce[] Sums = [Reduce.Each, Reduce.Worst, Reduce.Total];

    /// <summary>The measures, in the order in which summaries list them.</summary>
    public static readonly IReadOnlyList<Measure> Measures =
    [
        new("loss", "s", Subjects.Tenants | Subjects.Databases,
            "from the restore point to the deletion; of a database, the longest window whose writes a failover, a start after a crash or a restore lost, infinite where nothing was left to restore",
            (o, s) => Either(TenantMeasures.Losses(o, s.Name, l => l.Seconds), () => StoreMeasures.Losses(o, s.Name)))
            { Natural = o => [.. Populations(o), .. Losing(o)], Reductions = All, Shown = Extremes },
        new("lost writes", "writes", Subjects.Tenants, "acknowledged writes that are gone for good",
            (o, s) => TenantMeasures.Losses(o, s.Name, l => l.Writes)) { Natural = Populations, Reductions = All, Shown = Sums },
        new("lost data", "B", Subjects.Tenants | Subjects.Databases, "size of the acknowledged writes that are gone for good",
            (o, s) => Either(TenantMeasures.Losses(o, s.Name, l => l.Bytes), () => StoreMeasures.LostBytes(o, s.Name)))
            { Natural = o => [.. Populations(o), .. Losing(o)], Reductions = All, Shown = Sums },
        new("downtime", "s", Subjects.Tenants | Subjects.Databases,
            "from a tenant's deletion until it is served again; of a database, all the time it took no writes",
            (o, s) => Either(TenantMeasures.Downtimes(o, s.Name), () => StoreMeasures.Downtimes(o, s.Name)))
            { Natural = o => [.. Populations(o), .. WentDown(o)], Reductions = All, Shown = Extremes },
        new("reduced", "s", Subjects.Databases, "all the time from a database's opening with a part of its data, or from harm to some of its tables, until it had all of it again",
            (o, s) => StoreMeasures.Reduced(o, s.Name)) { Natural = Where(d => d.Reduced.Any), Reductions = All, Shown = Extremes },
        new("complete", "s", Subjects.Databases, "from the first moment at which a database took no writes, or lacked a part of its data, until it took writes with all of it for good",
            (o, s) => StoreMeasures.Complete(o, s.Name)) { Natural = Where(d => d.Reduced.Any), Reductions = All, Shown = Extremes },
        new("acceptance", "s", Subjects.Tenants, "from a tenant's deletion until its customer declares it whole",
            (o, s) => TenantMeasures.Acceptances(o, s.Name)) { Natural = Accepting, Reductions = All, Shown = Extremes },
        new("restored", "share", Subjects.Tenants | Subjects.Users | Subjects.Databases | Subjects.Stores | Subjects.Delays,
            "share of the deleted tenants, or of their users, that are served again; of databases, share of those that went down and serve again for good, counted from the first that did; "
            + "of a block store, share of all its volumes that are neither stuck nor lost, and stay so, counted from its first fault; at the end of the run, or so long after that ('after')",
            (o, s) => Members.One(s.After is { } after ? Restored(o, s).At(after.TotalSeconds) : Restored(o, s).Last)) { Natural = o => [.. WithUsers(Populations)(o), .. VolumeMeasures.All(o)], OverTime = Restored, IfNone = 1 },
        new("accepted", "share", Subjects.Tenants | Subjects.Users,
            "share of the deleted tenants, or of their users, that their customers have declared whole",
            (o, s) => Members.One(TenantMeasures.Accepted(o, s).Last)) { Natural = WithUsers(Accepting), OverTime = TenantMeasures.Accepted, IfNone = 1 },
        new("time to first", "s", Subjects.All | Subjects.Tenants, "from the first deletion until the first tenant is served again",
            (o, s) => TenantMeasures.First(o, s.Name)) { Natural = Populations },
        new("time to last", "s", Subjects.All | Subjects.Tenants, "from the first deletion until the last tenant is served again",
            (o, s) => TenantMeasures.Last(o, s.Name)) { Natural = Populations },
        new("blast radius", "count", Subjects.All | Subjects.Tenants | Subjects.Users | Subjects.Databases,
            "how many tenants were deleted, or users had; where none was, how many had no database left that served them; of databases, how many went down or lost a tenant",
            (o, s) => Members.One(TenantMeasures.Hit(o, s) is > 0 and var tenants ? tenants : StoreMeasures.Hit(o, s.Name)))
            { Natural = o => [.. Populations(o), .. LaidOut(o), .. Hit(o)] },
        new("lost tenants", "count", Subjects.All | Subjects.Tenants | Subjects.Users,
            "of how many tenants, or of how many users', nothing is left to bring back: no restore point, or all databases that had their data are lost",
            (o, s) => Members.One(TenantMeasures.Lost(o, s))) { Natural = LosingAll },
        new("slowed tenants", "count", Subjects.All | Subjects.Tenants | Subjects.Users,
            "of how many tenants, or users, all databases took less than they were asked to write at the same time, whoever asked for it",
            (o, s) => Members.One(TenantMeasures.Slowed(o, s))) { Natural = o => o.Hit.Where(h => h is { IsLaidOut: true, Slowed: > 0 }).Select(h => new Subject(h.Population)) },
        new("rolled back writes", "writes", Subjects.All | Subjects.Tenants,
            "acknowledged writes of tenants that were not hit, destroyed by putting back what they share",
            (o, s) => Members.One(StoreMeasures.RolledBack(o, s.Name).Sum(r => r.Writes))) { Natural = Others },
        new("rolled back", "s", Subjects.All | Subjects.Tenants,
            "longest time whose writes tenants lost that were not hit, by putting back what they share",
            (o, s) => Members.One(StoreMeasures.RolledBack(o, s.Name).Select(r => r.Window.TotalSeconds).DefaultIfEmpty(0).Max()))
            { Natural = Others },
        new("rate", "1/d", Subjects.Plan, "tenants that a plan brings back a day, from its being ready until it is replaced or done",
            PlanMeasures.Rate) { Natural = Serving, IfNone = null },
        new("rate", "ratio", Subjects.TwoPlans, "how many times faster one plan brings tenants back than another",
            PlanMeasures.Rate) { Natural = Replacing, IfNone = null },
        new("time", "s", Subjects.Plan | Subjects.Steps, "from the beginning of a fault until a step of the plan that handles it is done for everyone, or the plan's last step where none is named",
            PlanMeasures.Times) { Natural = _ => [], IfNone = null },
        new("length", "s", Subjects.Plan | Subjects.Steps, "from the moment at which a step of a plan could begin for the first that it is done for, until it is done for everyone; of all its steps where none is named",
            PlanMeasures.Lengths) { Natural = _ => [], IfNone = null },
        new("batch time", "s", Subjects.Plan, "from a batch's beginning until all its tenants are back",
            (o, s) => PlanMeasures.BatchTimes(o, s.Name)) { Natural = Serving, Reductions = All, Shown = Extremes, IfNone = null },
        new("lag", "s", Subjects.Databases | Subjects.Followers,
            "largest age of the oldest write that a standby or a change stream of a database had not applied, over the run; one member a follower",
            (o, s) => CopyMeasures.Peaks(o, s, f => f.PeakAge)) { Natural = Followed, Reductions = All, Shown = Extremes },
        new("lag data", "B", Subjects.Databases | Subjects.Followers,
            "most log that was written and that a standby or a change stream had not applied, over the run; one member a follower",
            (o, s) => CopyMeasures.Peaks(o, s, f => f.PeakBytes)) { Natural = Followed, Reductions = All, Shown = Extremes },
        new("catch-up", "s", Subjects.Databases | Subjects.Followers, "from a standby's or a change stream's falling behind until it has everything again",
            (o, s) => CopyMeasures.Lengths(o, s, f => f.Behind)) { Natural = With(f => f.Behind.Any), Reductions = All, Shown = Extremes },
        new("forecast error", "share", Subjects.Databases | Subjects.Followers,
            "how wrong a straight line through the first hour of a catch-up was, from the moment on at which most was lacking, as a share of the time until nothing was",
            (o, s) => CopyMeasures.ForecastErrors(o, s)) { Natural = _ => [], Reductions = All, Shown = Extremes, IfNone = null },
        new("rebuild", "s", Subjects.Databases | Subjects.Followers, "from the beginning of a new full copy of a standby or a change stream until it is there",
            (o, s) => CopyMeasures.Lengths(o, s, f => f.Rebuilds)) { Natural = With(f => f.Rebuilds.Any), Reductions = All, Shown = Extremes },
        new("degraded", "s", Subjects.Databases, "all the time in which commits of a database did not wait for a standby though they should",
            (o, s) => CopyMeasures.Degraded(o, s.Name)) { Natural = Where(d => d.Degraded.Any), Reductions = All, Shown = Extremes },
        new("held back", "B", Subjects.Databases, "log that clients wanted to write and that was not taken, because commits could not be confirmed as fast",
            (o, s) => StoreMeasures.HeldBack(o, s.Name)) { Natural = Where(d => d.HeldBack is not null), Reductions = All, Shown = Sums },
        new("stranded", "writes", Subjects.Databases, "writes that were acknowledged by a copy that should have stopped, while another one took over",
            (o, s) => StoreMeasures.StrandedWrites(o, s.Name)) { Natural = Where(d => d.WasSplit), Reductions = All, Shown = Sums },
        new("stranded data", "B", Subjects.Databases, "acknowledged log that stands, or stood when a split ended, on a copy that no longer serves and nowhere else",
            (o, s) => StoreMeasures.StrandedBytes(o, s.Name)) { Natural = Where(StoreMeasures.HasStranded), Reductions = All, Shown = Sums },
        new("acknowledged", "B", Subjects.Databases, "log of the databases that something happened to, acknowledged since the start of the run",
            (o, s) => StoreMeasures.Acknowledged(o, s.Name)) { Natural = _ => [], IfNone = null },
        new("kept", "share", Subjects.Databases, "share of the acknowledged log that is on a surviving copy when the run ends, or can still be brought back to one",
            (o, s) => StoreMeasures.Kept(o, s.Name)) { Natural = Where(d => d.Ledger is { } ledger && ledger.Lost + ledger.Stranded > 0), IfNone = 1 },
        new("lost commits", "count", Subjects.Databases, "commits that clients were told are safe and that were lost with a copy, counted one by one",
            (o, s) => CommitMeasures.Lost(o, s.Name)) { Natural = Where(d => d.Commits.Lost is not null), Reductions = All, Shown = Sums },
        new("commit latency", "s", Subjects.Databases, "from the client's commit to its acknowledgement, as the database is arranged; one member a commit that was followed",
            (o, s) => CommitMeasures.Latencies(o, s.Name, c => c.Latencies)) { Natural = Where(d => d.Commits.Latencies.Count > 0), Reductions = All, Shown = Middle, IfNone = null },
        new("degraded commit latency", "s", Subjects.Databases, "from the client's commit to its acknowledgement while commits wait for no standby though they should",
            (o, s) => CommitMeasures.Latencies(o, s.Name, c => c.Degraded)) { Natural = Where(d => d.Commits.Degraded.Count > 0), Reductions = All, Shown = Middle, IfNone = null },
        new("read latency", "s", Subjects.Databases, "what the messages of a read take; one member a read that was followed",
            (o, s) => CommitMeasures.Latencies(o, s.Name, CommitMeasures.OfReads)) { Natural = Where(d => CommitMeasures.OfReads(d.Commits).Any()), Reductions = All, Shown = Middle, IfNone = null },
        new("stale reads", "share", Subjects.Databases | Subjects.Delays,
            "share of reads that did not see a write acknowledged before them: those that began so long after it, or without 'after' those of the worst delay",
            CommitMeasures.Stale) { Natural = Where(d => d.Commits.Reads.Count > 0), IfNone = null },
        new("staleness", "s", Subjects.Databases, "how old an acknowledged write may be that a read still misses; 0 where it misses none; one member a read that was followed over the trial",
            (o, s) => CommitMeasures.Staleness(o, s.Name)) { Natural = Where(d => d.Commits.Reads.Any(r => r.Sampled.Count > 0)), Reductions = All, Shown = Extremes, IfNone = null },
        new("restore time", "s", Subjects.Databases, "length of all phases of a database's restores, one after the other",
            (o, s) => StoreMeasures.RestoreTimes(o, s.Name)) { Natural = Where(d => d.HasRestorePhases && (d.WasRestored || d.IsRestoring)), Reductions = All, Shown = Extremes },
        new("recovery point age", "s", Subjects.Databases | Subjects.Backups,
            "largest age, while a database that something happened to took writes, of the newest moment that its backups could bring back",
            CopyMeasures.PointAges) { Natural = o => BackedUp(o, d => d.Points.Count > 0), Reductions = All, Shown = Extremes, IfNone = null },
        new("stored", "B", Subjects.Databases | Subjects.Backups, "what the backups of a database that something happened to occupy at the end of the run",
            CopyMeasures.Stored) { Natural = o => BackedUp(o, d => d.Stored.Count > 0), Reductions = All, Shown = Sums, IfNone = null },
        new("found bad", "count", Subjects.Databases | Subjects.Backups, "points of a database's backups, or whole backups, that an audit, a restore test or a restore found to be bad, mended or not",
            (o, s) => CopyMeasures.FoundBad(o, s)) { Natural = Where(d => d.FoundBad.Count > 0), Reductions = All, Shown = Sums },
        new("found bad by restore", "count", Subjects.Databases | Subjects.Backups, "those that nobody knew of before a restore tried them, so that its time was lost",
            (o, s) => CopyMeasures.FoundBad(o, s, "restore")) { Natural = Where(d => d.FoundBad.Any(found => found.By == "restore")), Reductions = All, Shown = Sums },
        new("erased", "s", Subjects.Databases, "from a deletion for good until the last copy of what was deleted is gone, backups and sinks of change streams included",
            (o, s) => Members.Known([.. o.DatabasesOf(s.Name).SelectMany(d => d.Erased)])) { Natural = Where(d => d.Erased.Count > 0), Reductions = All, Shown = Extremes, IfNone = null },
        new("stuck", "share", Subjects.Databases | Subjects.Stores | Subjects.Delays,
            "largest share of a block store's volumes that took no reads and writes, held and lost ones among them, or the share so long after its first fault ('after'); of databases, those with such a volume among theirs",
            VolumeMeasures.Stuck) { Natural = VolumeMeasures.All },
        new("unrecoverable", "share", Subjects.Databases | Subjects.Stores, "share of a block store's volumes that is lost for good when the run ends; of databases, those with such a volume among theirs",
            VolumeMeasures.Unrecoverable) { Natural = VolumeMeasures.All },
        new("expired", "share", Subjects.Queues, "share of the events that came to a queue while it stood still, or before it had drained, that had waited too long and were dropped",
            (o, s) => Members.Known([.. QueuesOf(o, s).Where(q => q.Delayed > 0).Select(q => q.Expired / q.Delayed)])) { Natural = o => Queued(o, q => q.Expired > 0) },
        new("dropped", "count", Subjects.Queues, "events that were dropped because they had waited too long",
            (o, s) => Members.Known([.. QueuesOf(o, s).Select(q => q.Expired)])) { Natural = _ => [] },
        new("backlog", "count", Subjects.Queues, "the most events that ever waited in a queue",
            (o, s) => Members.Known([.. QueuesOf(o, s).Select(q => q.Peak)])) { Natural = o => Queued(o, q => q.Delayed > 0) },
        new("noticed", "s", Subjects.Faults, "from a fault's beginning until somebody knows",
            (o, s) => Members.Of(o.Faults.Where(f => f.Name == s.Name).Select(f => o.Between(f.Began, f.Noticed)))) { Natural = _ => [], Reductions = All, IfNone = null },
        new("first notice", "s", Subjects.Faults, "from a fault's beginning until the public is told of it",
            (o, s) => Members.Of(o.Faults.Where(f => f.Name == s.Name).Select(f => o.Between(f.Began, f.Told.Count == 0 ? null : f.Told[0])))) { Natural = Told, Reductions = All, Shown = Extremes, IfNone = null },
        new("longest silence", "s", Subjects.Faults, "the longest time in which the public is told nothing of a fault, from its beginning until the notice that all are back",
            (o, s) => Members.Of(o.Faults.Where(f => f.Name == s.Name).Select(f => f.Silence(o.End)))) { Natural = Told, Reductions = All, Shown = Extremes, IfNone = null },
        new("first contact", "s", Subjects.Tenants, "from a tenant's deletion until somebody speaks to it",
            (o, s) => Members.Of(o.TenantsOf(s.Name).Select(t => o.Between(t.Deleted, t.Contacted))))
            { Natural = o => o.Tenants.Where(t => t.Contacted is not null).Select(t => t.Population).Distinct().Select(p => new Subject(p)), Reductions = All, Shown = Extremes, IfNone = null },
        .. TimeMeasures.All,
        .. CostMeasures.All,
    ];

    private static IEnumerable<Subject> Told(Outcome o) => o.Faults.Where(f => f.Told.Count > 0).Select(f => f.Name).Distinct().Select(f => new Subject(f));

    private static IEnumerable<QueueClosed> QueuesOf(Outcome o, Subject s) => o.Queues.Where(q => q.Queue == s.Name);

    private static IEnumerable<Subject> Queued(Outcome o, Func<QueueClosed, bool> holds) => o.Queues.Where(holds).Select(q => new Subject(q.Queue));

    private static Steps Restored(Outcome o, Subject s) =>
        VolumeMeasures.Of(o, s.Name) is { } volumes ? VolumeMeasures.Restored(o, volumes)
        : o.TenantsOf(s.Name).Any() ? TenantMeasures.Restored(o, s) : StoreMeasures.Restored(o, s.Name);

    private static Members Either(Members tenants, Func<Members> databases) => tenants.Count > 0 ? tenants : databases();

    private static IEnumerable<Subject> Populations(Outcome o) => o.Populations.Select(p => new Subject(p));

    private static IEnumerable<Subject> LaidOut(Outcome o) => o.Tenants.Count > 0 ? [] : WithUsers(_ => o.Hit.Where(h => h.IsLaidOut).Select(h => new Subject(h.Population)))(o);

    private static IEnumerable<Subject> LosingAll(Outcome o) => o.Populations.Union(o.Hit.Select(h => h.Population)).Select(p => new Subject(p)).Where(s => TenantMeasures.Lost(o, s) > 0);

    private static IEnumerable<Subject> Accepting(Outcome o) =>
        o.Tenants.Where(t => t.Accepted is not null).Select(t => t.Population).Distinct().Select(p => new Subject(p));

    private static Func<Outcome, IEnumerable<Subject>> WithUsers(Func<Outcome, IEnumerable<Subject>> subjects) =>
        o => subjects(o).SelectMany(s => new[] { s, s with { Users = true } });

    private static IEnumerable<Subject> Losing(Outcome o) => Names(o.Databases.Where(StoreMeasures.HasLoss));

    private static Func<Outcome, IEnumerable<Subject>> Where(Func<DatabaseOutcome, bool> holds) => o => Names(o.Databases.Where(holds));

    private static Func<Outcome, IEnumerable<Subject>> With(Func<FollowerOutcome, bool> holds) => Where(d => d.Followers.Any(holds));

    // Of a fleet only those are known that something happened to: that is worth a line only where a backup was needed.
    private static IEnumerable<Subject> BackedUp(Outcome o, Func<DatabaseOutcome, bool> holds) =>
        Names(o.Databases.Where(d => holds(d) && (d.WasRestored || (o.Tenants.Count == 0 && o.Databases.Count <= MostTold))));

    private static IEnumerable<Subject> Followed(Outcome o) => With(f => f.HasLag)(o);

    private static IEnumerable<Subject> WentDown(Outcome o) => Names(o.Databases.Where(d => d.WasDown));

    private static IEnumerable<Subject> Hit(Outcome o) => WentDown(o)
        .Union(o.Tenants.SelectMany(t => t.Homes).Where(home => home.Databases.Length > 0).Select(home => new Subject(home.Databases)));

    private static IEnumerable<Subject> Names(IEnumerable<DatabaseOutcome> databases) =>
        databases.Select(d => d.Databases).Distinct().Select(d => new Subject(d));

    private static IEnumerable<Subject> Others(Outcome o) => o.RolledBack.Select(r => r.Population).Distinct().Select(p => new Subject(p));

    private static IEnumerable<Subject> Serving(Outcome o) => o.Plans.Where(p => p.Served > 0).Select(p => new Subject(p.Name));

    private static IEnumerable<Subject> Replacing(Outcome o) =>
        o.Plans.Where(p => p.Served > 0 && p.Replaces is not null && o.Plan(p.Replaces) is { Served: > 0 })
            .Select(p => new Subject(p.Name, Over: p.Replaces));
}
