using Simulator.Kernel;
using Simulator.Models.Backups.Moving;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>How long points are kept, and where they can be read.</content>
public sealed partial class LayerRun
{
    /// <summary>Where a point can be read as of a moment: its own store, or the second copy that the store has made of it; null where nowhere.</summary>
    /// <param name="point">The point.</param>
    /// <param name="asOf">The moment; what arrives at this very instant cannot be read yet.</param>
    internal StoreRun? Readable(Point point, Instant asOf)
    {
        if (KeptUntil(point) <= asOf) return null;
        if (point.Arrives < asOf && asOf < Store.DestroyedAt && !Soundness.IsKnownBad(point, Store.Name, asOf)) return Store;
        if (Store.Store.Replica is not { } replica) return null;
        StoreRun second = Protection.World.Store(replica.Store);
        if (asOf >= second.DestroyedAt) return null;
        return CopiedAgain(point) < asOf && !Soundness.IsKnownBad(point, second.Name, asOf) ? second : null;
    }

    /// <summary>When the second copy of a point is there; never where its store makes none, or was closed before.</summary>
    internal Instant CopiedAgain(Point point)
    {
        if (Store.Store.Replica is not { } replica) return Instant.Never;
        Trip trip = new(point.Arrives, SecondTakes(point), _second is null ? 0 : BytesOf(point));
        Instant copied = _second?.ArrivalOf(point.Index, trip) ?? trip.Arrives;
        return copied < Instant.Earlier(Store.ClosedAt, Protection.World.Store(replica.Store).ClosedAt) ? copied : Instant.Never;
    }

    /// <summary>When the retention of a point ends, as a moment to go back to.</summary>
    internal Instant RetainedUntil(Point point)
    {
        Retention keep = Layer.Schedule.Keep;
        if (keep.Age is { } age) return point.Cut + age;
        if (keep.Count is { } count) return Newer(point.Index, count);
        Instant until = Newer(point.Index, 1);
        foreach (Generation generation in keep.Generations)
        {
            long period = (long)Math.Floor((decimal)point.Cut.Ticks / generation.Period.Ticks);
            if (FirstSince(period, generation.Period) is not { } first || first.Index != point.Index) continue;
            until = Instant.Later(until, FirstSince(period + generation.Count, generation.Period) is { } successor ? CompleteFrom(successor) + new TimeSpan(1) : Instant.Never);
        }
        return until;
    }

    /// <summary>Until when a point lies in its store: its retention, or that of the last increment that needs it.</summary>
    internal Instant KeptUntil(Point point)
    {
        Instant until = RetainedUntil(point);
        if (Layer is not Incremental { FullEvery: not null }) return until;
        long last = point.Index;
        while (Cuts.After(last) is { } next && !IsFull(next)) last = next;
        return last != point.Index && Made(last) is { } dependent ? Instant.Later(until, RetainedUntil(dependent)) : until;
    }

    /// <summary>When so many points behind one can be used; never where so many are never made.</summary>
    private Instant Newer(long index, int count)
    {
        int missing = 0;
        for (long? next = Cuts.After(index); next is { } number && missing < MostMissing && Cuts.At(number) < Ends; next = Cuts.After(number), missing++)
        {
            if (Made(number) is not { } made) continue;
            missing = 0;
            // At the very instant of its arrival the newer one cannot be used yet, and this one still can.
            if (--count == 0) return CompleteFrom(made) + new TimeSpan(1);
        }
        return Instant.Never;
    }

    /// <summary>The first point that is made in a period; null where none is.</summary>
    private Point? FirstSince(long period, TimeSpan length)
    {
        Instant from = new Instant(period * length.Ticks), to = from + length;
        long? index = Cuts.Newest(from - new TimeSpan(1)) is { } before ? Cuts.After(before) : 0;
        for (; index is { } number && Cuts.At(number) < Instant.Earlier(to, Ends); index = Cuts.After(number))
            if (Made(number) is { } made) return made;
        return null;
    }
}
