using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>What became of one deleted tenant: one deletion and the way back from it.</summary>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number in the population.</param>
/// <param name="Databases">The name of the databases it lived in; empty where there is only one collection of databases.</param>
/// <param name="Database">The number of the database it lived in.</param>
/// <param name="Users">Its users.</param>
/// <param name="Deleted">When it was deleted.</param>
public sealed record TenantOutcome(string Population, int Tenant, string Databases, int Database, int Users, Instant Deleted)
{
    private readonly List<(string Databases, int Database)> _homes = [(Databases, Database)];
    private readonly List<(string Product, Loss Loss)> _losses = [];

    /// <summary>Its tier; empty where it is of none.</summary>
    public string Tier { get; init; } = "";

    /// <summary>The databases that it, or a part of it, was deleted from: the databases' name, and the number.</summary>
    public IReadOnlyList<(string Databases, int Database)> Homes => _homes;

    /// <summary>
    /// What it loses for good, null where nothing was settled by the end of the run. Of a tenant with parts in several products: the longest window, and all writes.
    /// </summary>
    public Loss? Loss => _losses.Count == 0 ? null : new Loss(_losses.Max(l => l.Loss.Seconds), _losses.Sum(l => l.Loss.Writes), _losses.Sum(l => l.Loss.Bytes));

    /// <summary>When its users could work again; null if they could not by the end of the run.</summary>
    public Instant? Served { get; internal set; }

    /// <summary>The plan that brought it back; null if none did.</summary>
    public string? ServedBy { get; internal set; }

    /// <summary>When somebody first spoke to it; null if nobody had by the end of the run.</summary>
    public Instant? Contacted { get; internal set; }

    /// <summary>When its customer declared it whole; null if that did not happen by the end of the run.</summary>
    public Instant? Accepted { get; internal set; }

    internal void DeleteFrom(string databases, int database) => _homes.Add((databases, database));

    /// <summary>What is lost of the part that a product keeps; what was said of it before is no longer true.</summary>
    internal void Settle(string product, Loss loss)
    {
        _losses.RemoveAll(l => l.Product == product);
        _losses.Add((product, loss));
    }
}

/// <summary>What is lost for good; infinite where nothing was left to restore from.</summary>
/// <param name="Seconds">From the restore point to the deletion.</param>
/// <param name="Writes">Acknowledged writes in between.</param>
/// <param name="Bytes">Their size.</param>
public readonly record struct Loss(double Seconds, double Writes, double Bytes)
{
    /// <summary>Nothing was left to restore from.</summary>
    public static readonly Loss Everything = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
}
