using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>Something that happened to one database.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
public abstract record DatabaseFact(Instant At, string Databases, int Database) : Fact(At);

/// <summary>
/// How far a standby or a change stream is behind, written whenever that begins to change at another pace: between two of these facts of one
/// follower the bytes run in a straight line. Of a copy that took writes until another took over, and could not follow that one, only the moment of the
/// takeover and that of its return are written.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">The standby's or the stream's name.</param>
/// <param name="Bytes">Log written but not yet applied there.</param>
/// <param name="Age">Age of the oldest byte among them.</param>
public sealed record LagChanged(Instant At, string Databases, int Database, string Follower, double Bytes, TimeSpan Age) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Follower} is {Bytes:0} B and {Age.TotalSeconds:0.000} s behind";
}

/// <summary>A standby or a change stream no longer keeps up.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">The standby's or the stream's name.</param>
/// <param name="Why">What holds it up, in words.</param>
public sealed record FellBehind(Instant At, string Databases, int Database, string Follower, string Why) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Follower} falls behind: {Why}";
}

/// <summary>A standby or a change stream has everything again.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">The standby's or the stream's name.</param>
/// <param name="Since">When it fell behind.</param>
/// <param name="PeakBytes">How far it was behind at most.</param>
/// <param name="PeakAge">Age of the oldest missing byte at most.</param>
public sealed record CaughtUp(Instant At, string Databases, int Database, string Follower, Instant Since, double PeakBytes, TimeSpan PeakAge) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Follower} has caught up after {(At - Since).TotalSeconds:0} s; it was {PeakBytes:0} B and {PeakAge.TotalSeconds:0.0} s behind";
}

/// <summary>A standby or a change stream begins from a new full copy: the log that it would need is gone, or its data is.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">The standby's or the stream's name.</param>
/// <param name="Why">Why, in words.</param>
/// <param name="Bytes">Size of the copy.</param>
public sealed record RebuildBegan(Instant At, string Databases, int Database, string Follower, string Why, double Bytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Follower} is rebuilt from a full copy of {Bytes:0} B: {Why}";
}

/// <summary>The new full copy of a standby or a change stream is there; what was written meanwhile is still to come.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">The standby's or the stream's name.</param>
/// <param name="Began">When it began.</param>
public sealed record RebuildEnded(Instant At, string Databases, int Database, string Follower, Instant Began) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} {Follower} has its full copy after {(At - Began).TotalSeconds:0} s";
}

/// <summary>Commits no longer wait for a standby: from here on acknowledged writes may be on one copy only.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Why">Why, in words.</param>
public sealed record Degraded(Instant At, string Databases, int Database, string Why) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} goes on without waiting for a standby: {Why}";
}

/// <summary>Commits wait for a standby again.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Since">Since when they did not.</param>
public sealed record SyncResumed(Instant At, string Databases, int Database, Instant Since) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} waits for a standby again after {(At - Since).TotalSeconds:0.0} s without";
}

/// <summary>Writes that clients wanted to make and that were not taken, because commits could not be confirmed as fast.</summary>
/// <param name="At">When that ended.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Since">Since when.</param>
/// <param name="Bytes">Log that would have been written.</param>
public sealed record WritesHeldBack(Instant At, string Databases, int Database, Instant Since, double Bytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} held back {Bytes:0} B of writes in {(At - Since).TotalSeconds:0.0} s";
}
