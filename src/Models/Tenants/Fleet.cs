using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants;

/// <summary>
/// A population and its databases under one seed, shared by all trials. Users, data and home of a tenant are computed from counter-based random
/// numbers (key: seed and names, counter: the tenant), so building a fleet costs nothing until somebody asks for an order or a sum over it.
/// </summary>
public sealed class Fleet
{
    private readonly ulong _usersKey, _dataKey, _tierKey;
    private readonly Lazy<Dictionary<int, int>> _largest;

    /// <summary>Builds the functions of a population.</summary>
    /// <param name="name">The population's name in the scenario.</param>
    /// <param name="population">Its record.</param>
    /// <param name="databases">The scenario's databases.</param>
    /// <param name="seed">Seed of the study.</param>
    public Fleet(string name, TenantPopulation population, IReadOnlyList<Named<Database>> databases, ulong seed)
    {
        Name = name;
        Population = population;
        _usersKey = Philox.Key(seed, "tenants", name, "users");
        _dataKey = Philox.Key(seed, "tenants", name, "data");
        _tierKey = Philox.Key(seed, "tenants", name, "tier");
        _largest = new(FindLargest);
        Products = [.. population.Places.Select((place, index) => new Product(this, index, place.Name, place.Value.In, Record(place.Value.In), place.Value.Data.Fraction, seed))];

        Database Record(string of) => databases.First(named => named.Name == of).Value;
    }

    /// <summary>The population's name in the scenario.</summary>
    public string Name { get; }

    /// <summary>The population's record.</summary>
    public TenantPopulation Population { get; }

    /// <summary>Everything that its tenants' data is kept in, what is in the population's own databases first.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>Users of a tenant, at least 1.</summary>
    public int Users(int tenant) => Math.Max(1, (int)Math.Round(Math.Min(Population.Users.Quantile(Philox.Uniform(_usersKey, (ulong)tenant)), int.MaxValue)));

    /// <summary>The tier of a tenant, from 0 for the most important; the number of tiers for one of none.</summary>
    public int Tier(int tenant) => Population.Tiers.Of(Philox.Uniform(_tierKey, (ulong)tenant));

    /// <summary>Bytes of data of a tenant.</summary>
    public double Data(int tenant) => Users(tenant) * Population.DataPerUser.Quantile(Philox.Uniform(_dataKey, (ulong)tenant));

    /// <summary>The place, from 0, of a tenant among those with the most data who have databases of their own; null for all others.</summary>
    public int? Rank(int tenant) => Population.Dedicated > 0 && _largest.Value.TryGetValue(tenant, out int rank) ? rank : null;

    /// <summary>The tenants that have databases of their own, those with the most data first.</summary>
    public IEnumerable<int> Largest => Population.Dedicated > 0 ? _largest.Value.OrderBy(ranked => ranked.Value).Select(ranked => ranked.Key) : [];

    private Dictionary<int, int> FindLargest()
    {
        int wanted = Math.Min(Population.Dedicated, Population.Count);
        PriorityQueue<int, (double, int)> largest = new();
        for (int tenant = 0; tenant < Population.Count; tenant++)
        {
            (double, int) size = (Data(tenant), -tenant);
            if (largest.Count < wanted) largest.Enqueue(tenant, size);
            else largest.EnqueueDequeue(tenant, size);
        }
        // Taken out smallest first, so the last rank belongs to the smallest.
        Dictionary<int, int> ranks = new(wanted);
        for (int rank = wanted - 1; rank >= 0; rank--) ranks[largest.Dequeue()] = rank;
        return ranks;
    }
}
