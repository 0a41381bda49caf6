namespace Simulator.Models.Databases.Replication;

/// <summary>
/// A commit waits until the standby has applied it (PostgreSQL's <c>remote_apply</c>). Nothing acknowledged is ever missing on the standby; and a
/// deletion stands on both copies the moment it succeeds, so failing over cannot undo it.
/// </summary>
public sealed record RemoteApply : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "remote apply";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Apply;
}
