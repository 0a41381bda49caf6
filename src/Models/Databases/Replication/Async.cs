namespace Simulator.Models.Databases.Replication;

/// <summary>
/// A commit waits for nothing: what is on its way when the primary is lost is lost. The standby is behind by the way's delay, and by whatever the way
/// or its own apply cannot carry.
/// </summary>
public sealed record Async : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "async";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Nothing;
}
