using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>
/// What has changed since the backup before it: a point is worth nothing without its chain back to a full one. The full ones are either its own, made in
/// place of every n-th increment, or those of another backup. A full one of its own is kept as long as an increment needs it; another backup's keeps to
/// that backup's retention.
/// </summary>
/// <param name="Schedule">When it is made and where to; where it has no full ones of its own, <c>from</c> names the backup that has them.</param>
/// <param name="FullEvery">Time between two full ones of its own; null where another backup has them.</param>
public sealed record Incremental(Schedule Schedule, TimeSpan? FullEvery) : Layer(Schedule)
{
    /// <summary>How an incremental backup is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("incremental", "What has changed since the backup before it.", Read);

    /// <inheritdoc/>
    public override bool NeedsBase => true;

    private static Incremental Read(Fields fields)
    {
        Schedule schedule = Schedule.Read(fields);
        TimeSpan every = fields.Optional("full every", Cadence.Or("none", TimeSpan.Zero), "none", "the full ones are those of the backup named in 'from'", "Time between two full ones among its points.");
        fields.Check(every.Ticks == 0 || (every.Ticks % schedule.Every.Ticks == 0 && every > schedule.Every), "full every", "full one in place of every n-th increment",
            () => "a full one takes the place of every n-th increment: write two, three or more times what 'every' says");
        fields.Check((every.Ticks > 0) != (schedule.From.Length > 0), "full every", "one base for increments",
            () => schedule.From.Length > 0 ? "the full ones come from another backup or are its own: leave one of 'from' and 'full every' out"
                : "increments need full ones: write 'full every', or in 'from' the backup that has them");
        return new Incremental(schedule, every.Ticks == 0 ? null : every);
    }
}
