namespace Simulator.Models.Databases.Replication;

/// <summary>
/// Rows are sent, not bytes of log; a commit waits for nothing. The standby is a database of its own: it is not promoted unless its record says so,
/// and it is rebuilt by loading rows, at the rate at which it applies, not by copying files.
/// </summary>
public sealed record Logical : ReplicationMode
{
    /// <inheritdoc/>
    public override string Word => "logical";

    /// <inheritdoc/>
    public override Awaited Awaits => Awaited.Nothing;

    /// <inheritdoc/>
    public override bool IsPhysical => false;
}
