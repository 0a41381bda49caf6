using Simulator.Kernel;
using Simulator.Models.Backups.Cutting;
using Simulator.Models.Backups.Integrity;
using Simulator.Models.Backups.Moving;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <summary>
/// One layer of one database in one trial, as a function of time. A cut pins a point: the data as of the cut, or the newest point that the layer it is
/// made from has cut by then. It begins to move when it has been held since its arrival there, but not before the cut, and arrives after what it takes. It
/// never arrives where its source is lost before, or its store. A point that is made from another outlives that one's retention: what is on its way is
/// not dropped.
/// </summary>
public sealed partial class LayerRun
{
    // So many missing points in a row mean that there are none: a source that was gone for a year leaves fewer than this at any cadence in use.
    private const int MostMissing = 20_000;

    private const int MostRemembered = 4096;

    private readonly Dictionary<long, Point?> _made = [];
    private (long Changes, Instant At) _known;
    private Cuts? _cuts;

    internal LayerRun(Protection protection, string name, Layer layer)
    {
        Protection = protection;
        Name = name;
        Layer = layer;
        Store = protection.World.Store(layer.To);
        Soundness = new Soundness(protection, this);
    }

    /// <summary>Whose layer it is.</summary>
    internal Protection Protection { get; }

    /// <summary>The backup's name.</summary>
    public string Name { get; }

    /// <summary>Its record.</summary>
    public Layer Layer { get; }

    /// <summary>The store that it is kept in.</summary>
    public StoreRun Store { get; }

    /// <summary>The layer that it is made from, or whose full copies it needs; null where it is made from the primary or a standby.</summary>
    public LayerRun? Upstream { get; internal set; }

    /// <summary>Whether its points roll a full copy forward, rather than being one.</summary>
    public bool IsLog => Layer is LogShipping || (Layer is Copy && Upstream is { IsLog: true });

    /// <summary>Whether its points are logical dumps: nothing rolls them forward.</summary>
    public bool IsDump => Layer is Dump || (Layer is Copy && Upstream is { IsDump: true });

    /// <summary>How long its points move.</summary>
    private Pace Takes => Layer is Dump dump ? dump.PaceOf(Protection.Databases.Value.Schema) : Layer.Schedule.Takes;

    /// <summary>Which of its points are good, and who knows.</summary>
    internal Soundness Soundness { get; }

    /// <summary>The layer whose points it copies; null where it reads the database itself.</summary>
    internal LayerRun? CopiedFrom => Layer.NeedsBase ? Upstream?.CopiedFrom : Upstream;

    /// <summary>The copy of the database that it reads, by name, where it copies no layer.</summary>
    internal string ReadFrom => Upstream is { } upstream ? upstream.ReadFrom : Layer.Schedule.From.Length > 0 ? Layer.Schedule.From : Protection.Primary;

    /// <summary>When its points are cut.</summary>
    internal Cuts Cuts => _cuts ??= Protection.Phases.CutsOf(this);

    /// <summary>Forgets when its points are cut: they are placed anew.</summary>
    internal void Replace()
    {
        _cuts = null;
        _made.Clear();
    }

    /// <summary>From when on nothing more is made: its store is closed, or what it is made from is gone; never while things go on.</summary>
    internal Instant Ends => Instant.Earlier(Store.ClosedAt, CopiedFrom is { } source ? source.Ends + Layer.Every : Protection.GoneSince(ReadFrom));

    /// <summary>A point by its number; null where it was never made, or lost on its way.</summary>
    public Point? At(long index)
    {
        if (Made(index) is not { } made) return null;
        return made with { Until = RetainedUntil(made) };
    }

    /// <summary>The newest point that was made by a moment, arrived or not; null where there is none.</summary>
    internal Point? NewestMade(Instant notAfter) => NewestMade(notAfter, Instant.Never);

    /// <summary>A point without its retention, which asks for the points behind it.</summary>
    internal Point? Made(long index)
    {
        // What stands on nothing else is worked out faster than it is looked up.
        if (CopiedFrom is null && !Layer.NeedsBase) return Made(index, Instant.Never);
        if (_known != Protection.Knowledge || _made.Count > MostRemembered) _made.Clear();
        _known = Protection.Knowledge;
        if (_made.TryGetValue(index, out Point? made)) return made;
        made = Made(index, Instant.Never);
        // What a standby will show is not known before it does.
        if (made is null || made.Cut <= Protection.World.Now || ReadFrom == Backups.Protection.Primary) _made.Add(index, made);
        return made;
    }

    /// <summary>The newest point that was made, or seemed to be on its way, as things stood at a moment.</summary>
    private Point? NewestMade(Instant notAfter, Instant seen)
    {
        int missing = 0;
        for (long? index = Cuts.Newest(Instant.Earlier(notAfter, Ends)); index is { } number && missing < MostMissing; index = Cuts.Before(number), missing++)
            if ((seen.IsNever ? Made(number) : SeenAt(number, seen)) is { } made) return made;
        return null;
    }

    /// <summary>A point as things stood at a moment: what is lost later was not lost yet. What was made in the end was so all along.</summary>
    private Point? SeenAt(long index, Instant seen) => Made(index) ?? Made(index, seen);

    private Point? Made(long index, Instant seen)
    {
        Instant cut = Cuts.At(index);
        if (cut.IsNever) return null;
        if (Start(index, cut) is not var (moment, begins)) return null;
        Trip trip = TripFrom(index, cut, begins);
        Instant arrives = _leg?.ArrivalOf(index, trip) ?? trip.Arrives;
        Instant counted = Instant.Earlier(arrives, seen);
        if (Store.ClosedAt <= counted) return null;
        if (CopiedFrom is { } from ? from.Store != Store && from.Store.DestroyedAt <= counted : Protection.IsBrokenOff(ReadFrom, cut, counted)) return null;
        return new Point(index, cut, moment, arrives, Instant.Never);
    }

    /// <summary>What a point shows, and when it begins to move; null where there is nothing to be cut.</summary>
    private (Instant Moment, Instant Begins)? Start(long index, Instant cut)
    {
        Schedule schedule = Layer.Schedule;
        if (CopiedFrom is not { } source) return (Protection.ShownBy(ReadFrom, cut), cut + schedule.Hold);
        if (source.NewestMade(cut) is not { } copied || IsCopiedBefore(source, copied, index)) return null;
        // An increment is written when it is cut; a copy waits for what it copies.
        return (copied.Moment, Instant.Later(cut, source.CompleteFrom(copied) + schedule.Hold));
    }

    /// <summary>Whether the cut before has taken the same point already: it is not copied twice.</summary>
    private bool IsCopiedBefore(LayerRun source, Point copied, long index) =>
        Layer is not (Incremental or Differential) && Cuts.Before(index) is { } before && source.NewestMade(Cuts.At(before)) is { } last && last.Index == copied.Index;

    /// <summary>Everything that a point needs, the full copy first and itself last; empty where a part of it was never made.</summary>
    internal IReadOnlyList<(LayerRun Layer, Point Point)> Chain(Point point)
    {
        if (!Layer.NeedsBase) return [(this, point)];
        // An increment builds on what there was, or was on its way, when it was cut; where that never arrived it is worth nothing.
        List<(LayerRun, Point)> chain = [];
        long? first;
        if (Upstream is { } full)
        {
            if (full.NewestMade(point.Cut, point.Cut) is not { } begun || full.Made(begun.Index) is not { } start) return [];
            chain.AddRange(full.Chain(start));
            if (chain.Count == 0) return [];
            first = Cuts.Newest(start.Cut) is { } at ? Cuts.After(at) : point.Index;
        }
        else first = OwnFull(point);
        if (first is null && Upstream is null) return [];
        if (Layer is Incremental)
            for (long? index = first; index is { } number && number < point.Index; index = Cuts.After(number))
            {
                if (SeenAt(number, point.Cut) is null) continue;
                if (Made(number) is not { } part) return [];
                chain.Add((this, part));
            }
        chain.Add((this, point));
        return chain;
    }

    /// <summary>From when on everything that a point needs has arrived; never where a part of it was never made.</summary>
    internal Instant CompleteFrom(Point point)
    {
        if (!Layer.NeedsBase) return point.Arrives;
        IReadOnlyList<(LayerRun Layer, Point Point)> chain = Chain(point);
        Instant latest = chain.Count == 0 ? Instant.Never : point.Arrives;
        foreach ((_, Point part) in chain) latest = Instant.Later(latest, part.Arrives);
        return latest;
    }

    /// <summary>Whether a point of its own is a full one.</summary>
    internal bool IsFull(long index) => Layer is not Incremental { FullEvery: { } full } || Protection.Phases.IsFull(this, index, full);

    private long? OwnFull(Point point)
    {
        int missing = 0;
        for (long? number = point.Index; number is { } at && missing < MostMissing; number = Cuts.Before(at), missing++)
            if (IsFull(at) && SeenAt(at, point.Cut) is not null) return at;
        return null;
    }

    /// <summary>The stored size of a point, bytes.</summary>
    internal double BytesOf(Point point) => BytesOf(point.Index, point.Cut);

    private double BytesOf(long index, Instant cut)
    {
        double share = Layer.Schedule.Compression.Fraction;
        if (Layer is LogShipping { Padded: true, Segment: { } segment }) return share * segment.Bytes;
        if (Layer is Copy && CopiedFrom is { } source && source.NewestMade(cut) is { } copied)
            return IsLog ? PackedLog * LogSince(index, cut) : share * source.Chain(copied).Sum(part => part.Layer.BytesOf(part.Point));
        if (!IsLog && (!Layer.NeedsBase || (Upstream is null && IsFull(index)))) return share * Protection.DataBytes;
        if (IsLog) return share * LogSince(index, cut);
        double changed = Layer is Differential && Upstream?.NewestMade(cut) is { } full ? Protection.LogBetween(full.Cut, cut) : LogSince(index, cut);
        return share * Math.Min(Protection.DataBytes, changed);
    }

    private double LogSince(long index, Instant cut) => Cuts.Before(index) is { } before ? Protection.LogBetween(Cuts.At(before), cut) : 0;
}
