using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>What has changed since the newest full backup: a point needs that full one and no other of its kind.</summary>
/// <param name="Schedule">When it is made and where to; <c>from</c> names the backup that has the full ones.</param>
public sealed record Differential(Schedule Schedule) : Layer(Schedule)
{
    /// <summary>How a differential backup is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("differential", "What has changed since the newest full backup.",
        fields => new Differential(Schedule.Read(fields, sourced: true)));

    /// <inheritdoc/>
    public override bool NeedsBase => true;
}
