using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A database is there again from a backup.</summary>
/// <param name="At">When it takes writes.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Point">The moment that it was brought back to.</param>
/// <param name="Source">The backups that the point is made of, in words: "daily + log".</param>
/// <param name="LossWindow">From that moment to the last acknowledged write.</param>
/// <param name="LostBytes">Acknowledged log in it.</param>
public sealed record DatabaseRestored(Instant At, string Databases, int Database, Instant Point, string Source, TimeSpan LossWindow, double LostBytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} is back at {Point} from {Source}: {LossWindow.TotalSeconds:0.0} s ({LostBytes:0} B) lost";
}

/// <summary>Nothing is left from which a database could come back: its loss window is infinite.</summary>
/// <param name="At">When that was found.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="LostBytes">Acknowledged log that is gone, as far as the run has seen it written.</param>
public sealed record DatabaseLost(Instant At, string Databases, int Database, double LostBytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} cannot be brought back: no usable restore point is left";
}

/// <summary>One phase of a restore is done.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Phase">"provision", "copy", "open", "replay", "checkpoint", "first query".</param>
/// <param name="Began">When it began.</param>
/// <param name="Bytes">What it moved; 0 where it moves nothing.</param>
public sealed record RestorePhaseDone(Instant At, string Databases, int Database, string Phase, Instant Began, double Bytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} restore: {Phase} is done after {(At - Began).TotalSeconds:0.0} s";
}

/// <summary>A backup turned out to be worthless.</summary>
/// <param name="At">When that was found.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Backup">The backup's name.</param>
/// <param name="Cut">When the point was cut; null where the whole layer is dead.</param>
/// <param name="By">What found it: "audit", "restore test", "restore".</param>
public sealed record BackupFoundBad(Instant At, string Databases, int Database, string Backup, Instant? Cut, string By) : DatabaseFact(At, Databases, Database)
{
    /// <summary>When it was found, where that is told only when the run ends, as by audits and restore tests.</summary>
    public Instant? Found { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Backup}{(Cut is { } cut ? $" of {cut}" : "")} is found to be worthless by {By}";
}

/// <summary>
/// The points that one backup offered during the run, told at its end for databases that something happened to: one entry a point, in order of
/// the moments at which they became usable.
/// </summary>
/// <param name="At">When the run ended.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Backup">The backup's name.</param>
/// <param name="Points">The points.</param>
public sealed record PointsOffered(Instant At, string Databases, int Database, string Backup, IReadOnlyList<OfferedPoint> Points) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Backup} tells which restore points it offered";
}

/// <summary>A point that a backup offered.</summary>
/// <param name="Moment">The moment that it can bring back.</param>
/// <param name="UsableFrom">From when on.</param>
/// <param name="UsableUntil">Until when.</param>
public readonly record struct OfferedPoint(Instant Moment, Instant UsableFrom, Instant UsableUntil);

/// <summary>What the backups of one database occupy in a store at the end of the run.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Backup">The backup's name.</param>
/// <param name="Bytes">Stored bytes.</param>
public sealed record BackupStored(Instant At, string Databases, int Database, string Backup, double Bytes) : DatabaseFact(At, Databases, Database)
{
    /// <summary>The store's name; a backup whose store makes second copies occupies two.</summary>
    public string Store { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Backup} occupies {Bytes:0} B{(Store.Length > 0 ? $" in {Store}" : "")}";
}

/// <summary>A store is lost.</summary>
/// <param name="At">When.</param>
/// <param name="Store">Its name in the scenario.</param>
/// <param name="IsLocked">Whether what it holds stays until its retention ends, because it is immutable; else everything in it is gone.</param>
public sealed record StoreLost(Instant At, string Store, bool IsLocked) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => IsLocked ? $"store {Store} is closed; what is locked in it stays until its retention ends" : $"store {Store} is destroyed with everything in it";
}

/// <summary>When the last copy of data that was deleted and must be erased is gone.</summary>
/// <param name="At">When the run ended: until then it was not known what is still made.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="What">What was deleted, in words.</param>
/// <param name="Deleted">When.</param>
/// <param name="Gone">When the last copy is gone.</param>
/// <param name="Where">The backup or the stream's sink that held it last, in words.</param>
public sealed record LastCopyGone(Instant At, string Databases, int Database, string What, Instant Deleted, Instant Gone, string Where) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{What} of {Databases} {Database}, deleted at {Deleted}, is gone for good at {Gone}, last from {Where}";
}
