using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>
/// Measures of service over a long time: of databases, and of tenants by the databases that they live in. An outage belongs to the fault that the database
/// names when it goes down (the newest that struck it), for as long as it lasts, whatever else comes meanwhile: so what the faults have caused adds up.
/// </summary>
public static class AvailabilityMeasures
{
    /// <summary>The word for the time that a fault kept databases down.</summary>
    public const string Caused = "caused downtime";

    /// <summary>The word for how bad the worst month is.</summary>
    public const string OfMonth = "downtime in the worst month";

    private const double Year = 365 * 86_400.0, Month = 730 * 3600.0;

    private const Subjects Members = Subjects.Tenants | Subjects.Users | Subjects.Databases | Subjects.Tiers;

    /// <summary>Outages of as many as share them.</summary>
    private readonly record struct Group(double Weight, IReadOnlyList<(Instant From, Instant To)> Outages)
    {
        public double Down => Outages.Sum(outage => (outage.To - outage.From).TotalSeconds);
    }

    /// <summary>The measures.</summary>
    internal static readonly IReadOnlyList<Measure> All =
    [
        new("availability", "share", Members, "share of the run in which databases took writes, or tenants (or users) were served by theirs, on average over all of them, hit or not",
            (o, s) => Of(o, s, 1, (groups, all) => 1 - Mean(groups, all) / Length(o))) { Natural = Natural, IfNone = null },
        new("lowest availability", "share", Members, "the same share of the one that was down longest",
            (o, s) => Of(o, s, 1, (groups, _) => 1 - groups.Max(group => group.Down) / Length(o))) { Natural = Natural, IfNone = null },
        new("downtime a year", "s", Members, "time that one of them is down in a year of 365 days, on average over all of them and over the run",
            (o, s) => Of(o, s, 0, (groups, all) => Mean(groups, all) * Year / Length(o))) { Natural = Natural, IfNone = null },
        new(OfMonth, "s", Members, "the longest that one of them is down, on average over all of them, in any whole month of 730 h of the run",
            (o, s) => Of(o, s, 0, (groups, all) => WorstMonth(groups, all, Length(o)))) { Natural = Natural, IfNone = null },
        new(Caused, "s", Subjects.Faults, "time a year that databases, all together, are down because of a fault: an outage belongs to the newest fault that had struck the database when it went down",
            (o, s) => Measures.Members.One(o.Databases.SelectMany(d => d.CausedOutages(o.End)).Where(outage => outage.Cause == s.Name).Sum(outage => (outage.To - outage.From).TotalSeconds) * Year / Length(o)))
            { Natural = o => IsLong(o) ? o.Databases.SelectMany(d => d.CausedOutages(o.End)).Select(outage => outage.Cause).Distinct().Where(cause => o.Faults.Any(fault => fault.Name == cause)).Select(cause => new Subject(cause)) : [] },
    ];

    private static double Length(Outcome outcome) => outcome.End.SinceStart.TotalSeconds;

    // In a run of days availability says no more than how long the run is.
    private static bool IsLong(Outcome outcome) => outcome.End.SinceStart >= TimeSpan.FromDays(365);

    private static IEnumerable<Subject> Natural(Outcome outcome) => !IsLong(outcome) ? [] :
    [
        .. outcome.DatabasesCounted.Select(counted => new Subject(counted.Databases)),
        .. outcome.TenantsCounted.Select(counted => counted.Population).Distinct().SelectMany(population => new[] { new Subject(population), new Subject(population, Users: true) }),
        .. outcome.TenantsCounted.Where(counted => counted.Tier.Length > 0).Select(counted => new Subject(counted.Population) { Part = counted.Tier }),
    ];

    /// <summary>Nothing is known of those whose service does not follow from one database; where nothing was down the value is that of an untouched one.</summary>
    private static Members Of(Outcome outcome, Subject subject, double untouched, Func<IReadOnlyList<Group>, double, double> value)
    {
        bool isHit = outcome.HitOf(subject.Name).Any(hit => hit.Tenants > 0) || outcome.TenantsOf(subject.Name).Any() || outcome.DatabasesOf(subject.Name).Any(d => d.WasDown);
        if (!isHit) return Measures.Members.One(untouched);
        (List<Group> groups, double all) = outcome.DatabasesCounted.FirstOrDefault(counted => counted.Databases == subject.Name) is { } databases
            ? (OfDatabases(outcome, subject.Name), databases.Count)
            : OfTenants(outcome, subject);
        return all == 0 ? Measures.Members.None : groups.Count == 0 ? Measures.Members.One(untouched) : Measures.Members.One(value(groups, all));
    }

    private static List<Group> OfDatabases(Outcome outcome, string name) => [.. outcome.DatabasesOf(name).Where(d => d.WasDown).Select(d => new Group(1, [.. d.Outages(outcome.End)]))];

    private static (List<Group>, double) OfTenants(Outcome outcome, Subject subject)
    {
        double Weigh(int tenants, long users) => subject.Users ? users : tenants;
        bool IsMeant(string population, string tier) => population == subject.Name && (subject.Part is null || tier == subject.Part);
        double all = outcome.TenantsCounted.Where(counted => IsMeant(counted.Population, counted.Tier)).Sum(counted => Weigh(counted.Tenants, counted.Users));
        // Of a tenant that was deleted itself nobody has said which tier it is of, or how many others there are.
        if (all == 0 || outcome.TenantsOf(subject.Name).Any()) return ([], 0);
        return ([.. outcome.Residents.Where(residents => IsMeant(residents.Population, residents.Tier)).Select(residents => new Group(
            Weigh(residents.Tenants, residents.Users),
            [.. outcome.DatabasesOf(residents.Databases).First(d => d.Database == residents.Database).Outages(outcome.End)]))], all);
    }

    private static double Mean(IReadOnlyList<Group> groups, double all) => groups.Sum(group => group.Weight * group.Down) / all;

    private static double WorstMonth(IReadOnlyList<Group> groups, double all, double length)
    {
        double[] months = new double[Math.Max(1, (int)(length / Month))];
        foreach (Group group in groups)
            foreach ((Instant from, Instant to) in group.Outages)
            {
                double begin = from.SinceStart.TotalSeconds, end = to.SinceStart.TotalSeconds;
                for (int month = (int)(begin / Month); month < months.Length && month * Month < end; month++)
                    months[month] += group.Weight * (Math.Min(end, (month + 1) * Month) - Math.Max(begin, month * Month));
            }
        return months.Max() / all;
    }
}
