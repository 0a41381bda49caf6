using Simulator.Models.Backups.Integrity;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>What all backups that are made of points have in common: when a point is cut, where from, how it gets where, and how long it stays.</summary>
/// <param name="Every">Time between two cuts; never where moments or sizes decide.</param>
/// <param name="To">The store that points are kept in.</param>
public sealed record Schedule(TimeSpan Every, string To)
{
    /// <summary>The moments of its cuts, where they are not at a cadence.</summary>
    public IReadOnlyList<Moment> At { get; init; } = [];

    /// <summary>When the first cut of the run is; null where it is drawn in [0, every), or counted from the source's cuts.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>How long a point waits where it is before it begins to move.</summary>
    public TimeSpan Hold { get; init; }

    /// <summary>How long it then moves.</summary>
    public Pace Takes { get; init; }

    /// <summary>A standby or another backup that it is made from; empty for the primary.</summary>
    public string From { get; init; } = "";

    /// <summary>How long points are kept.</summary>
    public Retention Keep { get; init; } = Retention.For(TimeSpan.FromDays(7));

    /// <summary>The share of its size that is stored and moved.</summary>
    public Share Compression { get; init; } = Share.All;

    /// <summary>The share of points that can be restored at all; which ones is drawn, and nobody knows before somebody looks.</summary>
    public Share Usable { get; init; } = Share.All;

    /// <summary>How bad points are found; null where nobody looks.</summary>
    public Audit? Audit { get; init; }

    /// <summary>How the whole layer may silently stop making good points.</summary>
    public Health Health { get; init; } = Health.Sound;

    private static readonly Syntax<TimeSpan> s_every =
        Syntaxes.Duration.Where("more than 0s and not never", every => every > TimeSpan.Zero && every != TimeSpan.MaxValue, "5m").Or("none", TimeSpan.Zero);

    private static readonly Syntax<TimeSpan?> s_start = new("a duration or drawn", $"{Syntaxes.Duration.Pattern}|^drawn$", "drawn", text => text.Trim() == "drawn"
        ? Parsed.Ok<TimeSpan?>(null)
        : Syntaxes.Duration.Parse(text).Then(start => start == TimeSpan.MaxValue ? Parsed.No<TimeSpan?>("'never' is no start: leave the backup out") : Parsed.Ok<TimeSpan?>(start)));

    private static readonly Syntax<string> s_from = new("a source", "^[a-z][a-z0-9-]{0,59}$", "primary",
        text => text == "primary" ? Parsed.Ok("") : Syntaxes.Name.Parse(text),
        name => name.Length == 0 ? [] : [new Reference("databases.*.backups|databases.*.standbys", name)]);

    /// <summary>Reads the keys that all kinds share.</summary>
    /// <param name="fields">The backup's keys.</param>
    /// <param name="timed">Whether a cadence or moments must be given.</param>
    /// <param name="sourced">Whether another backup must be named that it is made from.</param>
    public static Schedule Read(Fields fields, bool timed = true, bool sourced = false)
    {
        TimeSpan every = fields.Optional("every", s_every, "none", "the moments in 'at' (or a log's segment size) decide where no cadence is given", "Time between two cuts.");
        IReadOnlyList<Moment> at = fields.List("at", Syntaxes.Moment, "The moments of its cuts, in place of a cadence.");
        fields.Check(every.Ticks > 0 || at.Count > 0 || !timed, "every", "cuts at some time", () => "nothing says when it is cut: write 'every', or 'at' with moments");
        fields.Check(every.Ticks == 0 || at.Count == 0, "at", "cadence or moments", () => "either a cadence or moments: leave 'every' or 'at' out");
        string from = fields.Optional("from", s_from, "primary", "a backup is made of the copy that takes writes unless it says otherwise", "What it is made from: primary, a standby, or another backup.");
        fields.Check(!sourced || from.Length > 0, "from", "source of a copy", () => "it is made from another backup: write its name as 'from'");
        return new Schedule(every.Ticks == 0 ? TimeSpan.MaxValue : every, fields.Required("to", Syntaxes.NameOf("stores"), "The store that it is kept in."))
        {
            At = every.Ticks == 0 ? at : [],
            From = from,
            Start = fields.Optional("start", s_start, "drawn", "a fault meets a cadence at any phase: drawn in [0, every) for each database; counted from its source's cuts where that is another backup",
                "When its first cut of the run is."),
            Hold = fields.Optional("hold", Syntaxes.Duration.Where("any time but never", hold => hold != TimeSpan.MaxValue), "0s", "a point moves at once unless it says otherwise", "How long a point waits where it is before it moves; counted from its arrival there."),
            Takes = fields.Optional("takes", Pace.Syntax, "0s", "a point counts from its cut; say how long it is on its way where that matters", "How long it moves until it can be used: a time, or a rate for its bytes."),
            Keep = fields.Optional("keep", Retention.Syntax, "7d", "the default retention of Amazon RDS automated backups made in the console (RDS User Guide)",
                "How long a point is kept after its cut, how many points, or gfs(...)."),
            Compression = fields.Optional("compression", Syntaxes.Share.Where("more than 0%", share => share.Fraction > 0), "100%", "how well data packs depends on the data: nothing is assumed", "The share of its size that is stored."),
            Usable = fields.Optional("usable", Syntaxes.Share, "100%", "a backup is good unless something is said against it", "The share of points that can be restored; nobody knows which."),
            Audit = fields.OptionalBlock("audit", Audit.Shape, "How bad points are found before they are needed."),
            Health = Health.Read(fields),
        };
    }
}
