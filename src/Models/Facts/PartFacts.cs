using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A database serves, but only a part of its data: the rest is still to come, or some of its tables are harmed.</summary>
/// <param name="At">From when on.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Why">What it lacks, in words.</param>
public sealed record ServiceReduced(Instant At, string Databases, int Database, string Why) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} serves a part of its data: {Why}";
}

/// <summary>A database has all of its data again, or is brought back anew.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Since">Since when it lacked some.</param>
/// <param name="How">What made it whole, in words.</param>
public sealed record ServiceWhole(Instant At, string Databases, int Database, Instant Since, string How) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} has all its data again after {(At - Since).TotalHours:0.00} h: {How}";
}
