namespace Simulator.Experiments.Measures;

/// <summary>Every measure there is: its only registration.</summary>
public static class MeasureTable
{
    private static readonly Reduce[] All = [Reduce.Each, Reduce.Worst, Reduce.Mean, Reduce.Median, Reduce.Total];
    private static readonly Reduce[] Extremes = [Reduce.Each, Reduce.Worst];
    private static readonly Reduce[] Sums = [Reduce.Each, Reduce.Worst, Reduce.Total];

    /// <summary>The measures, in the order in which summaries list them.</summary>
    public static readonly IReadOnlyList<Measure> Measures =
    [
        new("loss", "s", Subjects.Tenants | Subjects.Databases,
            "from the restore point to the deletion; of a database that failed over, the age of the oldest write that was lost",
            (o, s) => Either(o, s, TenantMeasures.Losses(o, s.Name, l => l.Seconds), StoreMeasures.FailoverLosses(o, s.Name)))
            { Natural = o => [.. Populations(o), .. FailedOver(o)], Reductions = All, Shown = Extremes },
        new("lost writes", "writes", Subjects.Tenants, "acknowledged writes that are gone for good",
            (o, s) => TenantMeasures.Losses(o, s.Name, l => l.Writes)) { Natural = Populations, Reductions = All, Shown = Sums },
        new("lost data", "B", Subjects.Tenants | Subjects.Databases, "size of the acknowledged writes that are gone for good",
            (o, s) => Either(o, s, TenantMeasures.Losses(o, s.Name, l => l.Bytes), StoreMeasures.FailoverBytes(o, s.Name)))
            { Natural = o => [.. Populations(o), .. FailedOver(o)], Reductions = All, Shown = Sums },
        new("downtime", "s", Subjects.Tenants | Subjects.Databases,
            "from a tenant's deletion until it is served again; of a database, all the time it took no writes",
            (o, s) => Either(o, s, TenantMeasures.Downtimes(o, s.Name), StoreMeasures.Downtimes(o, s.Name)))
            { Natural = o => [.. Populations(o), .. WentDown(o)], Reductions = All, Shown = Extremes },
        new("acceptance", "s", Subjects.Tenants, "from a tenant's deletion until its customer declares it whole",
            (o, s) => TenantMeasures.Acceptances(o, s.Name)) { Natural = Accepting, Reductions = All, Shown = Extremes },
        new("restored", "share", Subjects.Tenants | Subjects.Users, "share of the deleted tenants, or of their users, that are served again",
            (o, s) => Members.One(TenantMeasures.Restored(o, s).Last)) { Natural = WithUsers(Populations), OverTime = TenantMeasures.Restored, IfNone = 1 },
        new("accepted", "share", Subjects.Tenants | Subjects.Users,
            "share of the deleted tenants, or of their users, that their customers have declared whole",
            (o, s) => Members.One(TenantMeasures.Accepted(o, s).Last)) { Natural = WithUsers(Accepting), OverTime = TenantMeasures.Accepted, IfNone = 1 },
        new("time to first", "s", Subjects.All | Subjects.Tenants, "from the first deletion until the first tenant is served again",
            (o, s) => TenantMeasures.First(o, s.Name)) { Natural = Populations },
        new("time to last", "s", Subjects.All | Subjects.Tenants, "from the first deletion until the last tenant is served again",
            (o, s) => TenantMeasures.Last(o, s.Name)) { Natural = Populations },
        new("blast radius", "count", Subjects.All | Subjects.Tenants | Subjects.Databases, "how many tenants were deleted; of databases, how many went down or lost a tenant",
            (o, s) => Members.One(o.TenantsOf(s.Name).Count() is > 0 and var deleted ? deleted : StoreMeasures.Hit(o, s.Name)))
            { Natural = o => [.. Populations(o), .. Hit(o)] },
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
        new("batch time", "s", Subjects.Plan, "from a batch's beginning until all its tenants are back",
            (o, s) => PlanMeasures.BatchTimes(o, s.Name)) { Natural = Serving, Reductions = All, Shown = Extremes, IfNone = null },
    ];

    private static Members Either(Outcome outcome, Subject subject, Members tenants, Members databases) => tenants.Count > 0 ? tenants : databases;

    private static IEnumerable<Subject> Populations(Outcome o) => o.Populations.Select(p => new Subject(p));

    private static IEnumerable<Subject> Accepting(Outcome o) =>
        o.Tenants.Where(t => t.Accepted is not null).Select(t => t.Population).Distinct().Select(p => new Subject(p));

    private static Func<Outcome, IEnumerable<Subject>> WithUsers(Func<Outcome, IEnumerable<Subject>> subjects) =>
        o => subjects(o).SelectMany(s => new[] { s, s with { Users = true } });

    private static IEnumerable<Subject> FailedOver(Outcome o) => Names(o.Databases.Where(d => d.Failovers.Count > 0));

    private static IEnumerable<Subject> WentDown(Outcome o) => Names(o.Databases.Where(d => d.WasDown));

    private static IEnumerable<Subject> Hit(Outcome o) => WentDown(o)
        .Union(o.Tenants.Where(t => t.Databases.Length > 0).Select(t => new Subject(t.Databases)));

    private static IEnumerable<Subject> Names(IEnumerable<DatabaseOutcome> databases) =>
        databases.Select(d => d.Databases).Distinct().Select(d => new Subject(d));

    private static IEnumerable<Subject> Others(Outcome o) => o.RolledBack.Select(r => r.Population).Distinct().Select(p => new Subject(p));

    private static IEnumerable<Subject> Serving(Outcome o) => o.Plans.Where(p => p.Served > 0).Select(p => new Subject(p.Name));

    private static IEnumerable<Subject> Replacing(Outcome o) =>
        o.Plans.Where(p => p.Served > 0 && p.Replaces is not null && o.Plan(p.Replaces) is { Served: > 0 })
            .Select(p => new Subject(p.Name, Over: p.Replaces));
}
