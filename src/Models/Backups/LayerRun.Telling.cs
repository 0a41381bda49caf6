using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>What is told of a layer when the run ends.</content>
public sealed partial class LayerRun
{
    // A layer that keeps everything for ever is told of so many points back, no further.
    private const int MostLooked = 600_000;

    /// <summary>Bytes that its points occupy in its store at a moment.</summary>
    internal double StoredBytes(Instant at)
    {
        if (Newest(at) is not { } newest) return 0;
        bool even = Layer.Schedule.Keep.Generations.Count == 0 && !Layer.NeedsBase;
        if (!even) return StoredBefore(at).Sum(BytesOf);
        // Points of one kind in an unbroken row: the oldest that is kept, and their number, tell the rest.
        if (OldestKept(newest, at) is not { } oldest) return 0;
        if (IsLog && Layer is not LogShipping { Padded: true }) return PackedLog * Protection.LogBetween(Cuts.Before(oldest.Index) is { } before ? Cuts.At(before) : oldest.Cut, newest.Cut);
        return BytesOf(newest) * (newest.Index - oldest.Index + 1);
    }

    /// <summary>The share of the log's size that its pieces have: a copy packs what is packed already.</summary>
    private double PackedLog => Layer.Schedule.Compression.Fraction * (Layer is Copy && CopiedFrom is { } source ? source.Layer.Schedule.Compression.Fraction : 1);

    private Point? Newest(Instant at) => StoredBefore(at).FirstOrDefault();

    private IEnumerable<Point> StoredBefore(Instant at)
    {
        bool drops = Layer.Schedule.Keep.Generations.Count == 0;
        Instant oldest = Layer.Keep == TimeSpan.MaxValue ? Instant.Start : at - Layer.Keep - (Layer is Incremental { FullEvery: { } full } ? full : TimeSpan.Zero);
        int missing = 0;
        for (long? index = Cuts.Newest(at); index is { } number && missing < MostMissing; index = Cuts.Before(number), missing++)
        {
            if (Layer.Keep == TimeSpan.MaxValue ? Cuts.At(number) < Instant.Start : Layer.Schedule.Keep.Count is null && Cuts.At(number) <= oldest) yield break;
            if (Made(number) is not { } point || point.Arrives > at) continue;
            if (KeptUntil(point) > at)
            {
                missing = 0;
                yield return point;
            }
            else if (drops && Layer is not Incremental) yield break;
        }
    }

    private Point? OldestKept(Point newest, Instant at)
    {
        if (Layer.Schedule.Keep.Age is not { } age) return StoredBefore(at).LastOrDefault();
        Instant limit = age == TimeSpan.MaxValue ? Instant.Start : at - age;
        long? index = Cuts.Newest(limit) is { } before ? Cuts.After(before) : 0;
        return index is { } number && number <= newest.Index ? Made(number) ?? newest : newest;
    }

    /// <summary>The points that could be gone back to at some time of a run, in the order of becoming usable, every n-th so that there are not too many.</summary>
    internal List<OfferedPoint> Offered(Instant end, int most, bool evenBad)
    {
        List<Point> points = [];
        bool drops = Layer.Schedule.Keep.Generations.Count == 0;
        int missing = 0;
        long kept = Layer.Keep == TimeSpan.MaxValue || Layer.Every == TimeSpan.MaxValue ? 0 : (end.SinceStart + Layer.Keep).Ticks / Layer.Every.Ticks;
        long step = Cuts is Cutting.PeriodicCuts ? Math.Max(1, kept / most) : 1;
        for (long? index = Cuts.Newest(end); index is { } number && missing < MostMissing && points.Count < MostLooked; index = step == 1 ? Cuts.Before(number) : number - step, missing++)
        {
            if (Layer.Schedule.Keep.Count is null && Layer.Keep != TimeSpan.MaxValue && Cuts.At(number) + Layer.Keep <= Instant.Start) break;
            if (Made(number) is not { } point) continue;
            if (RetainedUntil(point) <= Instant.Start)
            {
                if (drops) break;
                continue;
            }
            points.Add(point);
            missing = 0;
        }
        List<OfferedPoint> offered = [];
        int stride = (points.Count + most - 1) / most;
        for (int i = points.Count - 1; i >= 0; i -= stride)
        {
            Point point = points[i];
            Instant from = CompleteFrom(point), retained = RetainedUntil(point);
            // A point that stands for those behind it stays until the next one that is told.
            if (i >= stride && step * stride > 1) retained = Instant.Later(retained, CompleteFrom(points[i - stride]));
            offered.AddRange(Readable(point, Store, from, retained, evenBad));
            if (Store.DestroyedAt < retained && CopiedAgain(point) is { IsNever: false } again) offered.AddRange(Readable(point, Protection.World.Store(Store.Store.Replica!.Store), Instant.Later(from, again), retained, evenBad));
        }
        offered.RemoveAll(point => point.UsableFrom > end || point.UsableUntil <= Instant.Start);
        offered.Sort((a, b) => a.UsableFrom.CompareTo(b.UsableFrom));
        return offered;
    }

    /// <summary>The spans in which a point can be read from one of its stores: until it goes bad, and again once an audit has mended it.</summary>
    private IEnumerable<OfferedPoint> Readable(Point point, StoreRun store, Instant from, Instant retained, bool evenBad)
    {
        Instant until = Instant.Earlier(retained, store.DestroyedAt), bad = Soundness.MayBeBad && !evenBad ? Soundness.BadFrom(point, store.Name) : Instant.Never;
        if (from < Instant.Earlier(until, bad)) yield return new OfferedPoint(point.Moment, from, Instant.Earlier(until, bad));
        if (bad >= until) yield break;
        Instant again = Instant.Later(from, Soundness.MendedAt(point, store.Name));
        if (again < until) yield return new OfferedPoint(point.Moment, again, until);
    }
}
