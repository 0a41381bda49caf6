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

    /// <summary>The stores that it lies in: its own, and the one that its own copies it to.</summary>
    internal IReadOnlyList<StoreRun> Stores => Store.WithReplica;

    /// <summary>When a point is there in one of its stores; never where it does not get there.</summary>
    internal Instant ArrivesIn(StoreRun store, Point point) => store == Store ? point.Arrives : CopiedAgain(point);

    /// <summary>What one of its points was copied from: a point with everything that it needs, or every piece of a log since the copy before; empty where it copies no layer.</summary>
    internal IEnumerable<(LayerRun Layer, Point Point)> CopiedInto(Point copy)
    {
        if (CopiedFrom is not { } source || source.NewestMade(copy.Cut) is not { } copied) return [];
        if (!source.IsLog) return source.Chain(copied);
        long? first = NewestMade(copy.Cut - new TimeSpan(1)) is { } last && source.NewestMade(last.Cut) is { } before ? source.Cuts.After(before.Index) : copied.Index;
        return source.MadeBetween(first ?? copied.Index, copied.Index).Select(piece => (source, piece));
    }

    /// <summary>The first point of this layer of copies that holds a point of the layer it copies; null where none does.</summary>
    internal Point? FirstOf(LayerRun source, Point point) => FirstMade(point.Cut) is { } copy && CopiedInto(copy).Any(part => part.Layer == source && part.Point.Index == point.Index) ? copy : null;

    /// <summary>The first point that is made from a moment on; null where none is.</summary>
    private Point? FirstMade(Instant from)
    {
        int missing = 0;
        for (long? index = Cuts.Newest(from - new TimeSpan(1)) is { } before ? Cuts.After(before) : 0; index is { } number && missing < MostMissing && Cuts.At(number) < Ends; index = Cuts.After(number), missing++)
            if (Made(number) is { } made) return made;
        return null;
    }

    private IEnumerable<Point> MadeBetween(long first, long last)
    {
        for (long? index = first; index is { } number && number <= last; index = Cuts.After(number))
            if (Made(number) is { } made) yield return made;
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
            long period = generation.Of(point.Cut);
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
        for (long? index = last; index is { } number && number > point.Index; index = Cuts.Before(number))
        {
            if (Made(number) is not { } dependent) continue;
            until = Instant.Later(until, RetainedUntil(dependent));
            // Only a generation may keep an increment longer than those behind it.
            if (Layer.Schedule.Keep.Generations.Count == 0) break;
        }
        return until;
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
        Instant from = new(period * length.Ticks);
        return FirstMade(from) is { } made && made.Cut < from + length ? made : null;
    }
}
