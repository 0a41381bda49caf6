namespace Simulator.Models.Databases.Replication;

/// <summary>
/// A commit waits until the standby has received it; after a timeout without an answer the primary goes on as if it were asynchronous, and waits again
/// once the standby has everything (MySQL's semi-synchronous replication, <c>rpl_semi_sync_master_timeout</c>).
/// </summary>
public sealed record SemiSync : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "semi-sync";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Receipt;

    /// <inheritdoc/>
    public override bool Degrades => true;
}
