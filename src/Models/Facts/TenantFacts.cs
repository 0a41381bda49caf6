using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>It was settled to which moment a deleted tenant is brought back, and so what it loses for good.</summary>
/// <param name="At">When it was settled.</param>
/// <param name="Plan">The recovery plan.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number.</param>
/// <param name="Deleted">When it was deleted.</param>
/// <param name="Point">The restore point, at or before the deletion.</param>
/// <param name="Source">What the point comes from, in words: "daily + log".</param>
/// <param name="LostWrites">Acknowledged writes of the tenant between the two.</param>
/// <param name="LostBytes">Their size in bytes.</param>
public sealed record RestorePointChosen(
    Instant At, string Plan, string Population, int Tenant, Instant Deleted, Instant Point, string Source, long LostWrites, double LostBytes) : Fact(At)
{
    /// <summary>The product whose part of it this is; empty for what is in the population's own databases.</summary>
    public string Product { get; init; } = "";

    /// <summary>The number of the database whose backups it comes from, where it lived before it was moved; null where that is the one it lives in.</summary>
    public int? Former { get; init; }

    /// <inheritdoc/>
    public override string Describe() =>
        $"{Population}{(Product.Length > 0 ? $".{Product}" : "")} {Tenant} goes back to {Point} from {Source}{(Former is { } former ? $" of {former}, where it lived before," : "")}: {(Deleted - Point).TotalSeconds:0.0} s and {LostWrites} writes lost";
}

/// <summary>Nothing is left from which a deleted tenant could come back: its loss window is infinite.</summary>
/// <param name="At">When that was found.</param>
/// <param name="Plan">The recovery plan.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number.</param>
public sealed record NothingToRestore(Instant At, string Plan, string Population, int Tenant) : Fact(At)
{
    /// <summary>The product whose part of it this is; empty for what is in the population's own databases.</summary>
    public string Product { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => $"{Population}{(Product.Length > 0 ? $".{Product}" : "")} {Tenant} cannot be brought back: no usable restore point is left";
}

/// <summary>A deleted tenant's users can work again.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The recovery plan that brought it back.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number.</param>
public sealed record TenantServed(Instant At, string Plan, string Population, int Tenant) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Population} {Tenant} is back";
}

/// <summary>A customer has looked and declared its tenant whole.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The recovery plan that brought it back.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number.</param>
public sealed record TenantAccepted(Instant At, string Plan, string Population, int Tenant) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Population} {Tenant} is declared whole by its customer";
}

/// <summary>A shared store was put back as a whole: the other tenants in it lost what they had written since.</summary>
/// <param name="At">When the store was open again.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenants">How many other tenants live in it.</param>
/// <param name="Window">The time whose acknowledged writes are gone: from the restore point to the moment the store was frozen.</param>
/// <param name="Writes">The other tenants' acknowledged writes in it (expected number).</param>
public sealed record OthersRolledBack(
    Instant At, string Databases, int Database, string Population, int Tenants, TimeSpan Window, double Writes) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() =>
        $"{Databases} {Database} is rolled back: its {Tenants} other tenants lose {Writes:0} writes of {Window.TotalHours:0.00} h";
}

/// <summary>
/// Told when the run ends: of how many tenants of a population all databases that had their data were down at the same time, or lost for good. A tenant that
/// lives in several databases is served as long as one of them is up; one that has parts in several products only while all of them are.
/// </summary>
/// <param name="At">When the run ended.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenants">How many were not served at some time.</param>
/// <param name="Users">Their users.</param>
/// <param name="Lost">How many of whose data, or of a part of it, nothing is left.</param>
/// <param name="LostUsers">Their users.</param>
public sealed record TenantsHit(Instant At, string Population, int Tenants, long Users, int Lost, long LostUsers) : Fact(At)
{
    /// <summary>Of how many all databases took less than they were asked to write, at the same time at some time.</summary>
    public int Slowed { get; init; }

    /// <summary>Their users.</summary>
    public long SlowedUsers { get; init; }

    /// <summary>Whether the scenario says how they are laid out; of others a summary does not speak unasked.</summary>
    public bool IsLaidOut { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Tenants} of {Population} ({Users} users) were out of service with their databases{(Lost > 0 ? $", and {Lost} have lost their data" : "")}{(Slowed > 0 ? $", and {Slowed} were slowed by what others wrote" : "")}";
}
