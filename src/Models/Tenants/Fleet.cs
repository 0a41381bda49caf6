using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;

namespace Simulator.Models.Tenants;

/// <summary>
/// A population and its databases under one seed, shared by all trials. Users, data and home of a tenant are computed from counter-based random
/// numbers (key: seed and names, counter: the tenant), so building a fleet costs nothing until somebody asks for an order or a sum over it.
/// </summary>
public sealed class Fleet
{
    private readonly ulong _usersKey, _dataKey, _homeKey, _tierKey, _seed;
    private readonly Lazy<Dictionary<int, int>> _dedicated;
    private readonly Lazy<Crowd[]> _crowds;

    /// <summary>Builds the functions of a population.</summary>
    /// <param name="name">The population's name in the scenario.</param>
    /// <param name="population">Its record.</param>
    /// <param name="databases">The record of the databases it lives in.</param>
    /// <param name="seed">Seed of the study.</param>
    public Fleet(string name, TenantPopulation population, Database databases, ulong seed)
    {
        Name = name;
        Population = population;
        Databases = databases;
        _usersKey = Philox.Key(seed, "tenants", name, "users");
        _dataKey = Philox.Key(seed, "tenants", name, "data");
        _homeKey = Philox.Key(seed, "tenants", name, "home");
        _tierKey = Philox.Key(seed, "tenants", name, "tier");
        _seed = seed;
        _dedicated = new(FindDedicated);
        _crowds = new(CountCrowds);
    }

    /// <summary>The population's name in the scenario.</summary>
    public string Name { get; }

    /// <summary>The population's record.</summary>
    public TenantPopulation Population { get; }

    /// <summary>The record of the databases it lives in.</summary>
    public Database Databases { get; }

    /// <summary>Number of databases, dedicated ones included; the shared ones come first.</summary>
    public int DatabaseCount => Databases.Count + Population.Layout.Dedicated;

    /// <summary>Users of a tenant, at least 1.</summary>
    public int Users(int tenant) => Math.Max(1, (int)Math.Round(Math.Min(Population.Users.Quantile(Philox.Uniform(_usersKey, (ulong)tenant)), int.MaxValue)));

    /// <summary>The tier of a tenant, from 0 for the most important; the number of tiers for one of none.</summary>
    public int Tier(int tenant) => Population.Tiers.Of(Philox.Uniform(_tierKey, (ulong)tenant));

    /// <summary>Bytes of data of a tenant.</summary>
    public double Data(int tenant) => Users(tenant) * Population.DataPerUser.Quantile(Philox.Uniform(_dataKey, (ulong)tenant));

    /// <summary>The number of the database a tenant lives in.</summary>
    public int Home(int tenant) => _dedicated.Value.TryGetValue(tenant, out int own)
        ? own
        : Population.Layout.Home(Philox.Uniform(_homeKey, (ulong)tenant), Databases.Count);

    /// <summary>
    /// Bytes of a database: its own draw, or what its largest known tenant needs if that is more; a dedicated one holds its tenant alone.
    /// </summary>
    /// <param name="database">The database's number.</param>
    /// <param name="tenant">A tenant that lives in it.</param>
    public double DatabaseData(int database, int tenant)
    {
        double own = Data(tenant);
        return database >= Databases.Count ? own : Math.Max(own, Databases.BytesOf(Population.In, database, _seed));
    }

    /// <summary>How many tenants, and how many users, live in a database. The first call counts the whole fleet once, for all trials.</summary>
    public Crowd CrowdOf(int database) => _crowds.Value[database];

    private Dictionary<int, int> FindDedicated()
    {
        int wanted = Math.Min(Population.Layout.Dedicated, Population.Count);
        if (wanted == 0) return [];
        PriorityQueue<int, (double, int)> largest = new();
        for (int tenant = 0; tenant < Population.Count; tenant++)
        {
            (double, int) size = (Data(tenant), -tenant);
            if (largest.Count < wanted) largest.Enqueue(tenant, size);
            else largest.EnqueueDequeue(tenant, size);
        }
        // Taken out smallest first, so the last rank belongs to the smallest.
        Dictionary<int, int> homes = new(wanted);
        for (int rank = wanted - 1; rank >= 0; rank--) homes[largest.Dequeue()] = Databases.Count + rank;
        return homes;
    }

    private Crowd[] CountCrowds()
    {
        Crowd[] crowds = new Crowd[DatabaseCount];
        for (int tenant = 0; tenant < Population.Count; tenant++)
        {
            ref Crowd crowd = ref crowds[Home(tenant)];
            crowd = new Crowd(crowd.Tenants + 1, crowd.Users + Users(tenant));
        }
        return crowds;
    }
}

/// <summary>Who lives in a database.</summary>
/// <param name="Tenants">Number of tenants.</param>
/// <param name="Users">Their users.</param>
public readonly record struct Crowd(int Tenants, long Users);
