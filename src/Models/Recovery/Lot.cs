namespace Simulator.Models.Recovery;

/// <summary>What a plan takes in hand at once: deleted tenants with the databases that they live in, or whole databases.</summary>
/// <param name="Victims">The tenants, in the order in which they are taken; none where whole databases are brought back.</param>
/// <param name="Databases">The databases.</param>
public sealed record Lot(IReadOnlyList<Victim> Victims, IReadOnlyList<Shared> Databases)
{
    /// <summary>Nothing: the steps of the whole incident are done for no part of it.</summary>
    public static readonly Lot Nothing = new([], []);

    /// <summary>How much has to be brought back, each part of a tenant by itself.</summary>
    public int Count => Victims.Count > 0 ? Victims.Count : Databases.Count;

    /// <summary>How many tenants, or whole databases, are in it.</summary>
    public int Whole => Victims.Count > 0 ? Victims.Select(victim => victim.Tenant).Distinct().Count() : Databases.Count;

    /// <summary>Some tenants, sorted by their databases.</summary>
    public static Lot Of(IReadOnlyList<Victim> victims) => new(victims, [.. victims.Select((victim, index) => (Index: index, Victim: victim)).GroupBy(pair => (pair.Victim.Product, pair.Victim.Source.Database))
        .Select((group, index) => new Shared(index, group.Key.Database, [.. group.OrderBy(pair => pair.Victim.DeletedAt).ThenBy(pair => pair.Victim.Tenant)]) { Product = group.Key.Product })]);
}
