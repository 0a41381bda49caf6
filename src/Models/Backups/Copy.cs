using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>
/// A copy of another backup's points in another store: each cut takes the newest point that the other has cut by then, with everything that point needs.
/// A copy of a log is a log.
/// </summary>
/// <param name="Schedule">When it is made, from which backup and where to.</param>
public sealed record Copy(Schedule Schedule) : Layer(Schedule)
{
    /// <summary>How a copy is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("copy", "A copy of another backup's points in another store.", fields =>
    {
        Schedule schedule = Schedule.Read(fields, sourced: true);
        return new Copy(schedule);
    });
}
