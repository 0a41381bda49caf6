using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>
/// A change stream into a backup database that keeps every version of every row: a past moment is read there as it is, without restoring a copy.
/// A deletion arrives as one more change; the versions before it stay until their retention ends.
/// </summary>
/// <param name="Every">Time between two polls: the stream's consistent points.</param>
/// <param name="Takes">Time from a poll until its changes are written.</param>
/// <param name="Keep">How long old versions are kept.</param>
public sealed record ChangeStream(TimeSpan Every, TimeSpan Takes, TimeSpan Keep) : BackupPolicy(Every, Takes, Keep)
{
    /// <summary>How a change stream is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("change stream", "A stream of all changes into a backup database that keeps old versions.",
        fields => new ChangeStream(
            fields.Required("every", Cadence, "Time between two polls: the stream's consistent points."),
            UntilUsable(fields),
            Kept(fields)));

    /// <inheritdoc/>
    public override RestorePoint? Offer(RestorePoint? soFar, string name, Instant notAfter, Instant asOf, TimeSpan offset) =>
        NewestCut(notAfter, asOf, offset) is { } cut && (soFar is null || cut > soFar.At) ? new RestorePoint(cut, null, "", name) : soFar;
}
