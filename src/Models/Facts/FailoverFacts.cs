using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A failover that could have been was not made.</summary>
/// <param name="At">When that was decided.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Why">Why, in words.</param>
public sealed record FailoverRefused(Instant At, string Databases, int Database, string Why) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} does not fail over: {Why}";
}

/// <summary>Two copies take writes at once, each without the other's.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Old">The zone of the copy that should have stopped.</param>
/// <param name="New">The zone of the copy that took over.</param>
public sealed record SplitBrainBegan(Instant At, string Databases, int Database, string Old, string New) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} takes writes in {Old} and in {New}, each without the other's";
}

/// <summary>One of two copies that took writes has stopped; what it took alone is stranded there.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Since">When it began.</param>
/// <param name="Bytes">Acknowledged log on the old copy alone.</param>
/// <param name="Writes">How many writes that are.</param>
/// <param name="Fate">What becomes of them: "kept", "discarded", "merged".</param>
public sealed record SplitBrainEnded(Instant At, string Databases, int Database, Instant Since, double Bytes, double Writes, string Fate) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} has one primary again: {Writes:0} writes ({Bytes:0} B) are stranded and {Fate}";
}

/// <summary>The database is served from its first place again.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="To">The zone that serves now.</param>
public sealed record FailedBack(Instant At, string Databases, int Database, string To) : DatabaseFact(At, Databases, Database)
{
    /// <summary>The copy that took over, by name; it follows nobody any more.</summary>
    public string Standby { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} goes back to {To}";
}

/// <summary>
/// Where every acknowledged byte of a database is when the run ends. Acknowledged = kept + lost + stranded, each byte exactly once; a trial in which
/// that does not hold breaks.
/// </summary>
/// <param name="At">When the run ended.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Acknowledged">Log that clients were told is safe, since the start of the run.</param>
/// <param name="Kept">What of it is on a copy that survives, or can still be brought back to one.</param>
/// <param name="Lost">What of it is gone.</param>
/// <param name="Stranded">What of it stands only on a copy that no longer serves.</param>
public sealed record LedgerClosed(Instant At, string Databases, int Database, double Acknowledged, double Kept, double Lost, double Stranded) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} acknowledged {Acknowledged:0} B: {Kept:0} B kept, {Lost:0} B lost, {Stranded:0} B stranded";
}

/// <summary>The copy that took writes runs again, without those acknowledged writes that were not on its disk.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="LossWindow">Age of the oldest lost write when it stopped.</param>
/// <param name="LostBytes">Acknowledged bytes of log that are lost.</param>
public sealed record DatabaseRestarted(Instant At, string Databases, int Database, string Zone, TimeSpan LossWindow, double LostBytes) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} starts again in {Zone}: {LossWindow.TotalSeconds:0.000} s ({LostBytes:0} B) lost";
}
