namespace Simulator.Models.Databases.Replication;

/// <summary>
/// A commit waits until the standby has it on disk (PostgreSQL's <c>synchronous_commit=on</c>): it is lost only if both lose their storage.
/// </summary>
public sealed record Flush : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "flush";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Flush;
}
