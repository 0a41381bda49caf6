using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>A full copy of the database in a store: the base of every restore.</summary>
/// <param name="Every">Time between two snapshots.</param>
/// <param name="Takes">Time from the cut until it is usable.</param>
/// <param name="Keep">How long it is kept.</param>
/// <param name="To">The store it is kept in.</param>
public sealed record Snapshot(TimeSpan Every, TimeSpan Takes, TimeSpan Keep, string To) : BackupPolicy(Every, Takes, Keep)
{
    /// <summary>How a snapshot policy is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("snapshot", "A full copy of each database in a store.", fields => new Snapshot(
        fields.Required("every", Cadence, "Time between two snapshots; each database's own offset is drawn in [0, every)."),
        UntilUsable(fields),
        Kept(fields),
        fields.Required("to", Syntaxes.NameOf("stores"), "The store it is kept in.")));

    /// <inheritdoc/>
    public override RestorePoint? Offer(RestorePoint? soFar, string name, Instant notAfter, Instant asOf, TimeSpan offset) =>
        NewestCut(notAfter, asOf, offset) is { } cut && (soFar is null || cut > soFar.At) ? new RestorePoint(cut, cut, To, name) : soFar;
}
