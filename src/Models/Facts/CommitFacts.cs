using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>The disk of a copy has become slower than usual.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Copy">The copy: "primary" for the one that takes writes, else the standby's name.</param>
/// <param name="Bandwidth">How many times less it takes, at least 1.</param>
/// <param name="Latency">How many times longer than usual a commit waits for it, at least 1.</param>
public sealed record CopySlowed(Instant At, string Databases, int Database, string Copy, double Bandwidth, double Latency) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database}: the disk of {Copy} takes {Bandwidth:0.###} times less, and {Latency:0.###} times as long";
}

/// <summary>Commits that were followed one by one, for their latency.</summary>
/// <param name="At">When they were written down: at the end of the run.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="When">
/// In which state of the database: "in sync" as it is arranged, "degraded" while commits wait for no standby, "slow disk" while a copy's disk was slow; "quorum" for writes to a leaderless store.
/// </param>
/// <param name="Latencies">From the client's commit to its acknowledgement, ascending.</param>
public sealed record CommitsFollowed(Instant At, string Databases, int Database, string When, IReadOnlyList<TimeSpan> Latencies) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() =>
        $"{Databases} {Database} acknowledges commits in {Latencies[Latencies.Count / 2].TotalMilliseconds:0.000} ms (median of {Latencies.Count}, {When})";
}

/// <summary>How many acknowledged commits were lost with a copy, counted one by one.</summary>
/// <param name="At">When another copy, or an older state of the same, went on.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Lost">Commits that clients were told are safe and that the successor does not have; more than 2,147,483,647 count as so many.</param>
/// <param name="Unacknowledged">Commits that the successor has though no client was told.</param>
public sealed record CommitsLost(Instant At, string Databases, int Database, int Lost, int Unacknowledged) : DatabaseFact(At, Databases, Database)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} loses {Lost} acknowledged commits; {Unacknowledged} unacknowledged ones are kept";
}

/// <summary>One read at a moment of a trial.</summary>
/// <param name="At">When.</param>
/// <param name="StaleFor">Seconds after a write's acknowledgement up to which this read misses it; 0 or less where it misses none.</param>
public readonly record struct SampledRead(Instant At, double StaleFor);

/// <summary>Reads that were followed one by one, for what they missed.</summary>
/// <param name="At">When they were written down: at the end of the run.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="After">How long after the write's acknowledgement each read began.</param>
/// <param name="Reads">How many that were answered.</param>
/// <param name="Stale">How many of them did not see the write.</param>
public sealed record ReadsFollowed(Instant At, string Databases, int Database, TimeSpan After, int Reads, int Stale) : DatabaseFact(At, Databases, Database)
{
    /// <summary>What the messages of the reads took, ascending; the same reads for every <see cref="After"/>.</summary>
    public IReadOnlyList<TimeSpan> Latencies { get; init; } = [];

    /// <summary>The reads by their moment in the trial; the same for every <see cref="After"/>. None of a leaderless store, where no moment differs from another.</summary>
    public IReadOnlyList<SampledRead> Sampled { get; init; } = [];

    /// <summary>Reads beside these that too few copies could answer, because they were down or not reached.</summary>
    public int Unanswered { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database}: {Stale} of {Reads} reads {After.TotalMilliseconds:0.###} ms after a write do not see it";
}
