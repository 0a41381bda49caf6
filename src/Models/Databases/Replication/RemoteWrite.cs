namespace Simulator.Models.Databases.Replication;

/// <summary>
/// A commit waits until the standby has handed it to its operating system (PostgreSQL's <c>remote_write</c>): it survives a crash of the standby's
/// process, but not of its machine.
/// </summary>
public sealed record RemoteWrite : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "remote write";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Receipt;
}
