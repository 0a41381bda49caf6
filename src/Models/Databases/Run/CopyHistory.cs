using Simulator.Kernel;
using Simulator.Models.Databases.Log;

namespace Simulator.Models.Databases.Run;

/// <summary>What a copy had of the log and when, whomever it followed, and when its data was not there: for backups that are made from it, and for what must be erased.</summary>
internal sealed class CopyHistory
{
    private readonly List<(Instant From, Follower? Follower, double Held)> _eras = [];
    private readonly List<(Instant From, Instant To)> _lacks = [];

    /// <summary>Whom it followed last; null where it never did.</summary>
    public Follower? Newest => _eras.FindLast(era => era.Follower is not null).Follower;

    /// <summary>It follows somebody from now on; the first whom it follows it has always followed.</summary>
    public void Follows(Instant now, Follower follower) => _eras.Add((_eras.Count == 0 ? new Instant(long.MinValue) : now, follower, 0));

    /// <summary>It takes writes from now on, and has all there is.</summary>
    public void Leads(Instant now) => _eras.Add((now, null, double.PositiveInfinity));

    /// <summary>It takes no writes any more, and stands at a position until it follows somebody.</summary>
    public void Stands(Instant now, double held) => _eras.Add((now, null, held));

    /// <summary>Its data is gone.</summary>
    public void LosesData(Instant now)
    {
        if (_lacks.Count == 0 || !_lacks[^1].To.IsNever) _lacks.Add((now, Instant.Never));
    }

    /// <summary>It has been made anew.</summary>
    public void IsMadeAnew(Instant now)
    {
        if (_lacks.Count > 0) _lacks[^1] = _lacks[^1] with { To = now };
    }

    /// <summary>The moment of the primary that it shows to a reader at a moment: as far behind as it is kept, and further where it cannot keep up.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="delay">How far it is kept behind.</param>
    public Instant ShownAt(Instant moment, TimeSpan delay)
    {
        if (EraAt(moment).Follower is not { } follower) return moment;
        Instant kept = moment - delay;
        double applied = follower.AppliedAt(moment);
        // What is on its way while it is in step is milliseconds, and no backup tells of them.
        if (applied >= follower.Log.At(kept - Way(follower)) - 1) return kept;
        return Instant.Earlier(kept, new Instant(follower.Log.MomentOf(Math.BitIncrement(applied)).Ticks - 1));
    }

    /// <summary>Until when it holds what was deleted at a moment: until it has applied the deletion, or its data is gone; never where neither can be told.</summary>
    /// <param name="deleted">The moment.</param>
    /// <param name="position">Where the log was then; infinite where it carries no deletion.</param>
    public Instant HoldsUntil(Instant deleted, double position)
    {
        Instant gone = Instant.Never;
        foreach ((Instant from, Instant to) in _lacks)
        {
            // What is made anew from what has lost it never holds it again.
            if (from <= deleted && deleted < to && (to.IsNever || AppliedAt(to) >= position)) return deleted;
            if (from > deleted) gone = Instant.Earlier(gone, from);
        }
        if (AppliedAt(deleted) >= position) return deleted;
        Instant applied = double.IsInfinity(position) ? Instant.Never : Search.First(deleted, Instant.Never, moment => AppliedAt(moment) >= position);
        return Instant.Earlier(applied, gone);
    }

    private static TimeSpan Way(Follower follower) => follower.Route.Latency + (follower.Upstream is { } source ? Way(source) : TimeSpan.Zero);

    private double AppliedAt(Instant moment) => EraAt(moment) is { Follower: { } follower } ? follower.AppliedAt(moment) : EraAt(moment).Held;

    private (Instant From, Follower? Follower, double Held) EraAt(Instant moment) => _eras.Count == 0
        ? (moment, null, double.PositiveInfinity)
        : _eras[Math.Max(0, Search.LastUpTo(_eras, moment, static era => era.From))];
}
