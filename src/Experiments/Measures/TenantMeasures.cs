namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of deleted tenants.</summary>
internal static class TenantMeasures
{
    internal static Members Losses(Outcome outcome, Subject subject, Func<Loss, double> part) =>
        Members.Of(outcome.TenantsOf(subject).Select(tenant => LossOf(tenant, part)));

    internal static Members Downtimes(Outcome outcome, Subject subject) =>
        Members.Of(outcome.TenantsOf(subject).Select(t => outcome.Between(t.Deleted, t.Served)));

    internal static Members Acceptances(Outcome outcome, Subject subject) =>
        Members.Of(outcome.TenantsOf(subject).Select(t => outcome.Between(t.Deleted, t.Accepted)));

    internal static Steps Restored(Outcome outcome, Subject subject) => Share(outcome, subject, t => t.Served);

    internal static Steps Accepted(Outcome outcome, Subject subject) => Share(outcome, subject, t => t.Accepted);

    internal static Members First(Outcome outcome, string population)
    {
        TenantOutcome[] tenants = [.. outcome.TenantsOf(population)];
        if (tenants.Length == 0) return Members.None;
        TenantOutcome[] served = [.. tenants.Where(t => t.Served is not null)];
        return Members.Of([outcome.Between(tenants[0].Deleted, served.Length == 0 ? null : served.Min(t => t.Served))]);
    }

    internal static Members Last(Outcome outcome, string population)
    {
        TenantOutcome[] tenants = [.. outcome.TenantsOf(population)];
        if (tenants.Length == 0) return Members.None;
        bool all = tenants.All(t => t.Served is not null);
        return Members.Of([outcome.Between(tenants[0].Deleted, all ? tenants.Max(t => t.Served) : null)]);
    }

    /// <summary>How many were deleted; where none was, how many had no database left that served them; or their users.</summary>
    internal static long Hit(Outcome outcome, Subject subject) => outcome.TenantsOf(subject.Name).Any()
        ? outcome.TenantsOf(subject.Name).Sum(t => subject.Users ? t.Users : 1L)
        : outcome.HitOf(subject.Name).Sum(h => subject.Users ? h.Users : h.Tenants);

    /// <summary>Of how many nothing is left that could be brought back, with their own deletion or with their databases; or their users.</summary>
    internal static long Lost(Outcome outcome, Subject subject) =>
        outcome.TenantsOf(subject.Name).Where(t => t.Loss is { Seconds: double.PositiveInfinity }).Sum(t => subject.Users ? t.Users : 1L)
        + outcome.HitOf(subject.Name).Sum(h => subject.Users ? h.LostUsers : h.Lost);

    /// <summary>Of how many all databases took less than they were asked to write; or their users.</summary>
    internal static long Slowed(Outcome outcome, Subject subject) => outcome.HitOf(subject.Name).Sum(h => subject.Users ? h.SlowedUsers : h.Slowed);

    // A tenant that is back without a restore point came back as it was; one that is not back may yet lose anything.
    private static Observed LossOf(TenantOutcome tenant, Func<Loss, double> part) =>
        tenant.Loss is { } loss ? Observed.Exactly(part(loss))
        : tenant.Served is not null ? Observed.Exactly(0)
        : Observed.MoreThan(0);

    private static Steps Share(Outcome outcome, Subject subject, Func<TenantOutcome, Kernel.Instant?> when)
    {
        TenantOutcome[] tenants = [.. outcome.TenantsOf(subject.Name)];
        if (tenants.Length == 0) return Steps.Whole;
        long Weight(TenantOutcome t) => subject.Users ? t.Users : 1;
        var arrivals = tenants.Where(t => when(t) is not null).Select(t => ((when(t)!.Value - tenants[0].Deleted).TotalSeconds, Weight(t)));
        return Steps.Of(arrivals, tenants.Sum(Weight), (outcome.End - tenants[0].Deleted).TotalSeconds);
    }
}
