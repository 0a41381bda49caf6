namespace Simulator.Models.Databases.Log;

/// <summary>How fast a follower can be, and how long the log waits for it. Without any word it applies what arrives, at once, and all log is kept for it.</summary>
public sealed record FollowerPace
{
    /// <summary>A follower that nothing holds back.</summary>
    public static readonly FollowerPace Unlimited = new();

    /// <summary>What it applies at most, bytes of log a second; more than nothing, infinite where that never matters.</summary>
    public double ApplyRate { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// How long it lets every write lie before it applies it, counted from the write itself (as PostgreSQL's <c>recovery_min_apply_delay</c> counts from
    /// the commit's own time, not from its arrival).
    /// </summary>
    public TimeSpan ApplyDelay { get; init; }

    /// <summary>The most log that is kept for it at the source, bytes; infinite where it is kept however far behind it is.</summary>
    public double LogKept { get; init; } = double.PositiveInfinity;

    /// <summary>How old the log grows that is kept for it at the source; <see cref="TimeSpan.MaxValue"/> where it is kept for good.</summary>
    public TimeSpan LogKeptFor { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether commits wait for it from the start.</summary>
    public bool IsWaitedFor { get; init; }

    /// <summary>Whether the source keeps log until it is applied (a replication slot that is confirmed at the sink), not only until it was sent.</summary>
    public bool KeptUntilApplied { get; init; }
}
