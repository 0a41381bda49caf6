using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>
/// A way of keeping past moments of a database. It is a function of time, not a process: which points exist follows from cadence and offset, so a
/// cadence that nobody waits for costs nothing. The table below is the only registration: a new kind is a file in this folder and a line here.
/// </summary>
/// <param name="Every">Time between two points.</param>
/// <param name="Takes">Time from the cut of a point until it can be used.</param>
/// <param name="Keep">How long a point is kept after its cut.</param>
public abstract record BackupPolicy(TimeSpan Every, TimeSpan Takes, TimeSpan Keep)
{
    /// <summary>Every kind of backup, by its word in a scenario.</summary>
    public static readonly IReadOnlyList<Kind<BackupPolicy>> Kinds =
    [
        new("snapshot", Snapshot.Shape),
        new("full", Full.Shape),
        new("dump", Dump.Shape),
        new("incremental", Incremental.Shape),
        new("differential", Differential.Shape),
        new("log", LogShipping.Shape),
        new("copy", Copy.Shape),
        new("change stream", ChangeStream.Shape),
    ];

    /// <summary>The cadence of a backup: more than nothing, at most for ever.</summary>
    protected static readonly Syntax<TimeSpan> Cadence =
        Syntaxes.Duration.Where("more than 0s and not never", every => every > TimeSpan.Zero && every != TimeSpan.MaxValue, "5m");

    /// <summary>
    /// The newest point to go back to of a kind whose moments depend on nothing but the clock, given what the backups before it in a plan's list offer.
    /// A kind that is made of points (a <see cref="Layer"/>) offers nothing here: its points depend on other layers and on what became of them.
    /// </summary>
    /// <param name="soFar">What they offer; null if nothing.</param>
    /// <param name="name">This backup's name in the scenario.</param>
    /// <param name="notAfter">The point may not be later than this.</param>
    /// <param name="asOf">The moment at which it must be usable and still kept.</param>
    /// <param name="offset">When this database's points are cut: <c>offset + k · every</c>, for all whole k.</param>
    public virtual RestorePoint? Offer(RestorePoint? soFar, string name, Instant notAfter, Instant asOf, TimeSpan offset) => soFar;

    /// <summary>When the newest point was cut that is usable; null where there is none.</summary>
    /// <param name="notAfter">The cut may not be later than this.</param>
    /// <param name="asOf">The moment at which it must be usable and still kept.</param>
    /// <param name="offset">Points are cut at <c>offset + k · every</c>; points that would have existed before the run do exist.</param>
    protected Instant? NewestCut(Instant notAfter, Instant asOf, TimeSpan offset)
    {
        Instant limit = Instant.Earlier(notAfter, asOf - Takes);
        long periods = (long)Math.Floor((decimal)(limit.Ticks - offset.Ticks) / Every.Ticks);
        Instant cut = new(offset.Ticks + periods * Every.Ticks);
        return cut + Keep > asOf ? cut : null;
    }

    /// <summary>How long after its cut a point can be used.</summary>
    protected static TimeSpan UntilUsable(Fields fields) => fields.Optional("takes", Syntaxes.Duration, "0s",
        "a point counts from its cut; say how long it is on its way where that matters", "Time from the cut of a point until it can be used.");

    /// <summary>How long a point is kept.</summary>
    protected static TimeSpan Kept(Fields fields) => fields.Optional("keep", Syntaxes.Duration.Where("more than 0s", keep => keep > TimeSpan.Zero), "7d",
        "the default retention of Amazon RDS automated backups made in the console (RDS User Guide)", "How long a point is kept after its cut.");
}
