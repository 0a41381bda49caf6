using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>A full copy of the database in a store: the base of every restore.</summary>
/// <param name="Schedule">When it is made, where from and where to.</param>
public sealed record Snapshot(Schedule Schedule) : Layer(Schedule)
{
    /// <summary>How a snapshot policy is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("snapshot", "A full copy of each database in a store.", fields => new Snapshot(Schedule.Read(fields)));

    /// <summary>A snapshot of the primary at a cadence.</summary>
    public Snapshot(TimeSpan every, TimeSpan takes, TimeSpan keep, string to)
        : this(new Schedule(every, to) { Takes = new Pace(takes, null), Keep = Retention.For(keep) })
    {
    }
}
