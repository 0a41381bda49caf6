using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants;

/// <summary>
/// Which tenants faults of databases have hit: those all of whose databases were down at the same time, or lost. Looked for when a trial is over, in what its
/// journal says of databases, and only among the residents of those that it speaks of.
/// </summary>
internal static class Casualties
{
    /// <summary>Writes the facts of a trial that is over.</summary>
    internal static void Write(World world)
    {
        if (world.Fleets.Count == 0) return;
        Struck struck = Struck.ByOutages(world.Journal.Facts), held = Struck.ByHoldingBack(world.Journal.Facts);
        if (struck.All.Count + held.All.Count == 0) return;
        foreach (Named<TenantPopulation> population in world.Scenario.Tenants) Write(world, world.Fleets[population.Name], struck, held);
    }

    private static void Write(World world, Fleet fleet, Struck struck, Struck held)
    {
        (int tenants, long users) = Of(fleet, struck, outages => outages.Spans.Count > 0, OutAtOnce);
        (int lost, long lostUsers) = struck.All.Any(database => database.Outages.IsLost) ? Of(fleet, struck, outages => outages.IsLost, homes => homes.TrueForAll(home => home.IsLost)) : (0, 0);
        (int slowed, long slowedUsers) = Of(fleet, held, outages => outages.Spans.Count > 0, OutAtOnce);
        if (tenants + lost + slowed == 0) return;
        world.Journal.Write(new TenantsHit(world.Now, fleet.Name, tenants, users, lost, lostUsers) { Slowed = slowed, SlowedUsers = slowedUsers, IsLaidOut = fleet.Population.IsLaidOut });
    }

    private static (int, long) Of(Fleet fleet, Struck struck, Func<Outages, bool> holdsOfOne, Func<List<Outages>, bool> holdsOfAll) =>
        fleet.Products is [{ Copies: 1 } only] ? Sum(only, struck, holdsOfOne) : Count(fleet, struck, holdsOfAll);

    /// <summary>Where everyone has one database, its residents are known by their number.</summary>
    private static (int, long) Sum(Product product, Struck struck, Func<Outages, bool> holds)
    {
        Crowd sum = default;
        foreach ((string place, int number, Outages outages) in struck.All)
            if (place == product.In && holds(outages) && product.CrowdOf(number) is var crowd) sum = new Crowd(sum.Tenants + crowd.Tenants, sum.Users + crowd.Users);
        return (sum.Tenants, sum.Users);
    }

    /// <summary>The tenants of whom something holds for all their databases in one of the products; a tenant counts once.</summary>
    private static (int, long) Count(Fleet fleet, Struck struck, Func<List<Outages>, bool> holds)
    {
        HashSet<int> counted = [];
        long users = 0;
        int[] homes = new int[TenantLayout.MostCopies];
        List<Outages> all = [];
        foreach (Product product in fleet.Products)
            foreach ((string place, int number, _) in struck.All)
            {
                if (place != product.In) continue;
                foreach (int tenant in product.ResidentsOf(number))
                {
                    if (!Find(product, tenant) || !holds(all) || !counted.Add(tenant)) continue;
                    users += fleet.Users(tenant);
                }
            }
        return (counted.Count, users);

        bool Find(Product product, int tenant)
        {
            all.Clear();
            int count = product.Homes(tenant, homes);
            for (int i = 0; i < count; i++)
                if (struck.Find(product.In, homes[i]) is { } outages) all.Add(outages);
                else return false;
            return true;
        }
    }

    /// <summary>If there is a moment in all of them, one of their beginnings is such a moment.</summary>
    private static bool OutAtOnce(List<Outages> homes)
    {
        foreach (Outages one in homes)
            foreach ((Instant begin, Instant end) in one.Spans)
                if (begin < end && homes.TrueForAll(other => other.Has(begin))) return true;
        return false;
    }

    /// <summary>What the journal says of databases: when each was down, and whether it is lost. Those that it speaks of first come first.</summary>
    private sealed class Struck
    {
        private readonly Dictionary<(string, int), Outages> _byNumber = [];

        public static Struck ByOutages(IReadOnlyList<Fact> facts)
        {
            Struck struck = new();
            foreach (Fact fact in facts)
                switch (fact)
                {
                    case DatabaseDown f: struck.Of(f.Databases, f.Database).Begin(f.At); break;
                    case DatabaseUp f: struck.Of(f.Databases, f.Database).End(f.At); break;
                    case FailedOver f: struck.Of(f.Databases, f.Database).End(f.At); break;
                    case DatabaseLost f: struck.Of(f.Databases, f.Database).IsLost = true; break;
                }
            return struck;
        }

        public static Struck ByHoldingBack(IReadOnlyList<Fact> facts)
        {
            Struck struck = new();
            foreach (WritesHeldBack fact in facts.OfType<WritesHeldBack>().Where(fact => fact.Bytes > 0)) struck.Of(fact.Databases, fact.Database).Spans.Add((fact.Since, fact.At));
            return struck;
        }

        public List<(string Place, int Number, Outages Outages)> All { get; } = [];

        public Outages? Find(string place, int number) => _byNumber.GetValueOrDefault((place, number));

        private Outages Of(string place, int number)
        {
            if (_byNumber.TryGetValue((place, number), out Outages? outages)) return outages;
            All.Add((place, number, outages = new Outages()));
            return _byNumber[(place, number)] = outages;
        }
    }

    /// <summary>When a database was down.</summary>
    private sealed class Outages
    {
        /// <summary>From when until when; the last may last for ever.</summary>
        public List<(Instant Begin, Instant End)> Spans { get; } = [];

        public bool IsLost { get; set; }

        public void Begin(Instant at)
        {
            if (Spans is [] or [.., { End.IsNever: false }]) Spans.Add((at, Instant.Never));
        }

        public void End(Instant at)
        {
            if (Spans is [.., { End.IsNever: true } last]) Spans[^1] = (last.Begin, at);
        }

        public bool Has(Instant moment)
        {
            foreach ((Instant begin, Instant end) in Spans)
                if (begin <= moment && moment < end) return true;
            return false;
        }
    }
}
