using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;

namespace Simulator.Models.Tenants;

/// <summary>
/// A part of the data of every tenant of a population, in databases of one record: all of it, or what one product keeps for them. Which databases a tenant
/// has is a function of its number; what is counted over all tenants is counted once, when somebody asks, for all trials.
/// </summary>
public sealed class Product
{
    private readonly Fleet _fleet;
    private readonly TenantLayout _layout;
    private readonly Ground _ground;
    private readonly Lazy<Crowd[]> _crowds;
    private readonly Lazy<(int[] First, int[] Tenants)> _residents;

    /// <summary>Lays tenants out on databases.</summary>
    /// <param name="fleet">Whose tenants they are.</param>
    /// <param name="index">Its number among the products of the population, from 0.</param>
    /// <param name="name">The product's name in the population; empty for what is in the population's own databases.</param>
    /// <param name="place">The databases' name in the scenario.</param>
    /// <param name="databases">Their record.</param>
    /// <param name="share">Share of a tenant's data that is in them, 0 to 1.</param>
    /// <param name="seed">Seed of the study.</param>
    public Product(Fleet fleet, int index, string name, string place, Database databases, double share, ulong seed)
    {
        (_fleet, Index, Name, In, Databases, Share, Seed) = (fleet, index, name, place, databases, share, seed);
        PartName = name.Length == 0 ? fleet.Name : $"{fleet.Name}.{name}";
        _layout = fleet.Population.Layout;
        ulong key = name.Length == 0 ? Philox.Key(seed, "tenants", fleet.Name, "home") : Philox.Key(seed, "tenants", fleet.Name, "home", name);
        _ground = new Ground(fleet.Population.Count, databases.Count, databases.Cells, key, tenant => fleet.Rank(tenant) is null ? fleet.Data(tenant) : -1);
        _crowds = new(CountCrowds);
        _residents = new(ListResidents);
    }

    /// <summary>The product's name in the population; empty for what is in the population's own databases.</summary>
    public string Name { get; }

    /// <summary>Its number among the products of the population, from 0.</summary>
    public int Index { get; }

    /// <summary>What a tenant's part in it is called in facts: "site", "site.wiki".</summary>
    public string PartName { get; }

    /// <summary>The databases' name in the scenario.</summary>
    public string In { get; }

    /// <summary>Their record.</summary>
    public Database Databases { get; }

    /// <summary>Share of a tenant's data that is in them, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>The most databases that a tenant has at once.</summary>
    public int Copies => _layout.Copies;

    /// <summary>Number of databases, dedicated ones included; the shared ones come first.</summary>
    public int DatabaseCount => Databases.Count + Math.Min(_fleet.Population.Dedicated, _fleet.Population.Count);

    private ulong Seed { get; }

    /// <summary>The number of the database that a tenant is restored from, and into: its own, the only one, or the first of several.</summary>
    public int Home(int tenant)
    {
        Span<int> homes = stackalloc int[TenantLayout.MostCopies];
        Homes(tenant, homes);
        return homes[0];
    }

    /// <summary>The numbers of the databases that a tenant has at once.</summary>
    /// <param name="tenant">Its number.</param>
    /// <param name="homes">Takes them; has room for <see cref="Copies"/>.</param>
    /// <returns>How many there are: the largest tenants have one of their own.</returns>
    public int Homes(int tenant, Span<int> homes)
    {
        if (_fleet.Rank(tenant) is { } rank)
        {
            homes[0] = Databases.Count + rank;
            return 1;
        }
        _layout.Home(_ground, tenant, homes[..Copies]);
        return Copies;
    }

    /// <summary>
    /// Bytes of a database: its own draw, or what its largest known tenant needs if that is more; a dedicated one holds its tenant alone.
    /// </summary>
    /// <param name="database">The database's number.</param>
    /// <param name="tenant">A tenant that lives in it.</param>
    public double DatabaseData(int database, int tenant)
    {
        double own = _fleet.Data(tenant) * Share;
        return database >= Databases.Count ? own : Math.Max(own, Databases.BytesOf(In, database, Seed));
    }

    /// <summary>How many tenants, and how many users, have a database as their first. The first call counts the whole fleet once, for all trials.</summary>
    public Crowd CrowdOf(int database) => _crowds.Value[database];

    /// <summary>The tenants that have a database as their first, ascending. The first call lists the whole fleet once, 4 B a tenant, for all trials.</summary>
    public ReadOnlySpan<int> ResidentsOf(int database)
    {
        (int[] first, int[] tenants) = _residents.Value;
        return tenants.AsSpan(first[database]..first[database + 1]);
    }

    private Crowd[] CountCrowds()
    {
        Crowd[] crowds = new Crowd[DatabaseCount];
        for (int tenant = 0; tenant < _fleet.Population.Count; tenant++)
        {
            ref Crowd crowd = ref crowds[Home(tenant)];
            crowd = new Crowd(crowd.Tenants + 1, crowd.Users + _fleet.Users(tenant));
        }
        return crowds;
    }

    private (int[] First, int[] Tenants) ListResidents()
    {
        int[] first = new int[DatabaseCount + 1], tenants = new int[_fleet.Population.Count];
        for (int database = 0; database < DatabaseCount; database++) first[database + 1] = first[database] + CrowdOf(database).Tenants;
        int[] next = first[..^1];
        for (int tenant = 0; tenant < tenants.Length; tenant++) tenants[next[Home(tenant)]++] = tenant;
        return (first, tenants);
    }
}

/// <summary>Who lives in a database.</summary>
/// <param name="Tenants">Number of tenants.</param>
/// <param name="Users">Their users.</param>
public readonly record struct Crowd(int Tenants, long Users);
