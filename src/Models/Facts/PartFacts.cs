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

/// <summary>Tables that were harmed are right again: what a copy beside the database held was put in their place.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Tables">The tables, in words.</param>
/// <param name="Point">The moment that the copy showed.</param>
/// <param name="Source">The backups that the copy was made of, in words.</param>
/// <param name="LossWindow">From that moment until which acknowledged writes to them are gone: to the harm, or to now where tables were put back whole.</param>
/// <param name="LostBytes">Their size.</param>
public sealed record TablesPutBack(Instant At, string Databases, int Database, string Tables, Instant Point, string Source, TimeSpan LossWindow, double LostBytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} has {Tables} as of {Point} from {Source}: {LossWindow.TotalSeconds:0.0} s ({LostBytes:0} B) of writes to them lost";
}

/// <summary>Changes that a rollback had taken back were made again from a change stream.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Writes">How many (expected number).</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Conflicts">How many changes conflicted with what was written since the store opened, resolved or dropped.</param>
/// <param name="LossWindow">The window of acknowledged writes of which some are still lost.</param>
public sealed record ChangesReplayed(Instant At, string Databases, int Database, double Writes, double Bytes, double Conflicts, TimeSpan LossWindow) : DatabaseFact(At, Databases, Database)
{
    /// <summary>The population whose tenants had lost them by what was done for others; empty where a whole database had.</summary>
    public string Population { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} has {Writes:0} writes again that it was rolled back by, after {Conflicts:0} conflicts";
}
