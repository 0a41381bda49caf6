using Simulator.Kernel;

namespace Simulator.Models.Databases;

/// <summary>
/// Synchronous: a commit is acknowledged only after the standby has applied it (PostgreSQL's <c>remote_apply</c>). Nothing acknowledged is ever
/// missing on the standby; and a deletion stands on both copies the moment it succeeds, so failing over cannot undo it.
/// </summary>
public sealed record RemoteApply : ReplicationMode
{
    /// <inheritdoc/>
    public override Instant AppliedAt(Instant acknowledged, TimeSpan latency) => acknowledged;
}
