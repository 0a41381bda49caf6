using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>Told when the run ends: how many databases there are in a collection of which one was down.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Count">How many, those that belong to a tenant alone included.</param>
public sealed record DatabasesCounted(Instant At, string Databases, int Count) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"there are {Count} {Databases}";
}

/// <summary>Told when the run ends: how many tenants there are in a population of which some live in a database that was down.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tier">Those of one tier; empty for those of none.</param>
/// <param name="Tenants">How many.</param>
/// <param name="Users">Their users.</param>
public sealed record TenantsCounted(Instant At, string Population, string Tier, int Tenants, long Users) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"there are {Tenants} {(Tier.Length > 0 ? $"{Tier} " : "")}{Population} with {Users} users";
}

/// <summary>Told when the run ends: who lives in a database that was down, and has no other.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tier">Those of one tier; empty for those of none.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Tenants">How many tenants.</param>
/// <param name="Users">Their users.</param>
public sealed record ResidentsCounted(Instant At, string Population, string Tier, string Databases, int Database, int Tenants, long Users) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Tenants} {(Tier.Length > 0 ? $"{Tier} " : "")}{Population} with {Users} users live in {Databases} {Database}";
}
