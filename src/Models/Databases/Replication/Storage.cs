namespace Simulator.Models.Databases.Replication;

/// <summary>
/// The blocks that the primary writes to its disk are written to the standby's too before a write is done (DRBD's protocol C, Amazon RDS Multi-AZ): the
/// standby has what the primary has flushed, and nothing of what it has not. With a relaxed flush of the primary it lacks what a power cut of the primary
/// would have lost, though standbys that read the log may have that already.
/// </summary>
public sealed record Storage : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "storage";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Flush;

    /// <inheritdoc/>
    public override bool HasOnlyWhatIsFlushed => true;
}
