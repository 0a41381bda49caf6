using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>
/// Where the volumes of a block store are, each in exactly one state; written whenever that begins to change at another pace, and before and after each jump:
/// between two of these facts of one store all numbers run in straight lines. The first is from the moment before the first fault.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Store">The store's name.</param>
/// <param name="Mirrored">They have all their copies.</param>
/// <param name="Waiting">They lack a copy and have not given it up, or found no room for another and go on all the same.</param>
/// <param name="Rebuilding">They go on, and are copied.</param>
/// <param name="Stuck">They take no reads and writes, and lack a copy or are out of reach.</param>
/// <param name="Held">They have all their copies again, and take no reads and writes until the control plane has chosen which of them is written to.</param>
/// <param name="Lost">No copy is left.</param>
public sealed record VolumesChanged(Instant At, string Store, double Mirrored, double Waiting, double Rebuilding, double Stuck, double Held, double Lost) : Fact(At)
{
    /// <summary>All of them.</summary>
    public double All => Mirrored + Waiting + Rebuilding + Stuck + Held + Lost;

    /// <inheritdoc/>
    public override string Describe() => $"{Store}: of {All:0} volumes {Mirrored:0} are mirrored, {Waiting:0} wait, {Rebuilding:0} are rebuilt, {Stuck:0} are stuck, {Held:0} are held, {Lost:0} are lost";
}

/// <summary>How many databases of a collection are striped over volumes of a block store, told before its first fault.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Count">How many.</param>
/// <param name="Store">The store's name.</param>
public sealed record StripedDatabases(Instant At, string Databases, int Count, string Store) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Count} of {Databases} are striped over volumes of {Store}";
}

/// <summary>One of the volumes that a database is striped over takes no reads and writes from here on.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
public sealed record DatabaseStuck(Instant At, string Databases, int Database) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} is stuck on a volume";
}

/// <summary>All volumes of a database take reads and writes again, or one is lost so that there is nothing to wait for.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
public sealed record DatabaseUnstuck(Instant At, string Databases, int Database) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} waits for no volume any more";
}

/// <summary>One of the volumes that a database is striped over is lost, and the primary's data with it.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
public sealed record StripeLost(Instant At, string Databases, int Database) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} loses a volume";
}
