using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>
/// The log, cut into pieces and shipped to a store: a restored full copy can be rolled forward to any cut, through every piece since the copy. A piece is
/// cut when it has been open for so long (<c>every</c>), when it is full (<c>segment</c>), or at whichever comes first.
/// </summary>
/// <param name="Schedule">When it is cut at the latest and where to; <c>every</c> is never where only size counts.</param>
/// <param name="Segment">The size at which a piece is full; null where only time counts.</param>
/// <param name="Padded">Whether a piece that is not full is shipped and stored as large as a full one.</param>
public sealed record LogShipping(Schedule Schedule, DataSize? Segment, bool Padded) : Layer(Schedule)
{
    /// <summary>How log shipping is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("log", "The log, cut into pieces and shipped to a store.", Read);

    /// <summary>The primary's log, cut at a cadence.</summary>
    public LogShipping(TimeSpan every, TimeSpan takes, TimeSpan keep, string to)
        : this(new Schedule(every, to) { Takes = new Pace(takes, null), Keep = Retention.For(keep) }, null, false)
    {
    }

    private static LogShipping Read(Fields fields)
    {
        Schedule schedule = Schedule.Read(fields, timed: false);
        DataSize segment = fields.Optional("segment", Syntaxes.DataSize.Where("more than 0 B", size => size.Bytes > 0).Or("none", default), "none",
            "only time cuts the log unless a size is given", "The size at which a piece is full and cut.");
        bool padded = fields.Optional("padded", Syntaxes.Switch, "false", "PostgreSQL pads its 16 MiB segments; others ship what was written", "Whether a piece that is not full is as large as a full one.");
        fields.Check(schedule.Every != TimeSpan.MaxValue || segment.Bytes > 0, "every", "log that is cut", () => "nothing cuts the log: write 'every', 'segment', or both for whichever comes first");
        fields.Check(!padded || segment.Bytes > 0, "padded", "padded to a size", () => "padded to what? write the size of a full piece as 'segment', such as 16 MiB");
        return new LogShipping(schedule, segment.Bytes > 0 ? segment : null, padded);
    }
}
