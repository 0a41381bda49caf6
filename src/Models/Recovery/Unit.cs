using Simulator.Models.Backups;
using Simulator.Models.Databases.Run;

namespace Simulator.Models.Recovery;

/// <summary>The tenants of a batch that live in one database, and the copy of it that they are taken from.</summary>
/// <param name="Index">Number within the batch.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Victims">Its tenants in the batch, in the order of deletion, each with its number within the batch.</param>
public sealed record Shared(int Index, int Database, IReadOnlyList<(int Index, Victim Victim)> Victims)
{
    /// <summary>The database itself, where it is brought back as a whole; null where only its deleted tenants are.</summary>
    public DatabaseRun? Whole { get; init; }

    /// <summary>What its deleted tenants keep in it; null where the database is brought back as a whole.</summary>
    public Tenants.Product? Product { get; init; }

    /// <summary>What a whole database was restored to; null until it is.</summary>
    public RestorePoint? Restored { get; set; }

    /// <summary>The side instance restored for them; null until there is one.</summary>
    public SideInstance? Side { get; set; }

    /// <summary>When the live database was frozen; null while it is not.</summary>
    public Kernel.Instant? FrozenAt { get; set; }
}

/// <summary>One thing that a step is done for.</summary>
/// <param name="Level">Its level; never <see cref="Level.Table"/>: tables are done one after the other for their tenant.</param>
/// <param name="Index">Its number within the batch and level.</param>
/// <param name="Shared">The database it belongs to; null above databases.</param>
/// <param name="Victim">The tenant; null above tenants.</param>
public readonly record struct Unit(Level Level, int Index, Shared? Shared, Victim? Victim);
