using Simulator.Kernel;

namespace Simulator.Models.Backups;

/// <summary>A past moment to which a database can be brought back, and what that takes.</summary>
/// <param name="At">The moment.</param>
/// <param name="Base">
/// What the full copy shows that has to be restored first (with its increments) and rolled forward to <paramref name="At"/>; null where the point can be
/// read as it is.
/// </param>
/// <param name="Store">The store that the full copy is read from; empty where there is none to read.</param>
/// <param name="Source">The backups it is made of, in words: "daily + log".</param>
public sealed record RestorePoint(Instant At, Instant? Base, string Store, string Source)
{
    /// <summary>The stored pieces that it needs, in the order in which they are restored; the log's pieces are not among them.</summary>
    public IReadOnlyList<StoredPiece> Pieces { get; init; } = [];

    /// <summary>The standby that is stopped short of it, in place of a full copy that would have to be read; empty for a backup.</summary>
    public string Standby { get; init; } = "";

    /// <summary>The logs that roll it forward, one after the other; empty where none is needed.</summary>
    public IReadOnlyList<LogReach> Logs { get; init; } = [];
}

/// <summary>A stretch of log that rolls a copy forward.</summary>
/// <param name="Backup">The log's name.</param>
/// <param name="From">What the copy shows before.</param>
/// <param name="To">What it shows after.</param>
public readonly record struct LogReach(string Backup, Instant From, Instant To);

/// <summary>One stored piece of a restore point: a full copy or an increment.</summary>
/// <param name="Backup">The backup's name.</param>
/// <param name="Index">Number of the piece within its backup.</param>
/// <param name="Cut">When it was cut.</param>
/// <param name="Store">The store that it is read from.</param>
/// <param name="Bytes">Its stored size.</param>
public readonly record struct StoredPiece(string Backup, long Index, Instant Cut, string Store, double Bytes)
{
    /// <summary>Whether it is a logical dump, whose tables are loaded one by one.</summary>
    public bool IsDump { get; init; }
}
