namespace Simulator.Models.Tenants;

/// <summary>Which database a tenant lives in. A new layout is a record in this folder.</summary>
public abstract record TenantLayout
{
    /// <summary>Tenants, in the order of their data, who live apart from the others.</summary>
    public abstract int Dedicated { get; }

    /// <summary>The database of a tenant that shares one.</summary>
    /// <param name="uniform">The tenant's own number in [0, 1), as good as random.</param>
    /// <param name="databases">How many shared databases there are.</param>
    public abstract int Home(double uniform, int databases);
}

/// <summary>Tenants are hashed over shared databases; the largest have one of their own.</summary>
/// <param name="Dedicated">How many of the largest.</param>
public sealed record Pooled(int Dedicated) : TenantLayout
{
    /// <inheritdoc/>
    public override int Dedicated { get; } = Dedicated;

    /// <inheritdoc/>
    public override int Home(double uniform, int databases) => (int)(uniform * databases);
}
