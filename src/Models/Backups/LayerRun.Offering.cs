using Simulator.Kernel;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>What a layer offers to go back to.</content>
public sealed partial class LayerRun
{
    /// <summary>The newest full copy (with its increments) of this layer to go back to; null where there is none.</summary>
    internal RestorePoint? NewestCopy(Instant notAfter, Instant asOf)
    {
        foreach (Point point in Usable(notAfter, asOf))
            if (AsRestorePoint(point, asOf) is { } offered) return offered;
        return null;
    }

    /// <summary>The moment up to which this log rolls a copy forward, through every piece since the copy; null where it brings nothing.</summary>
    internal Instant? Roll(Instant from, Instant notAfter, Instant asOf)
    {
        Point? top = Usable(notAfter, asOf).FirstOrDefault();
        if (top is null || top.Moment <= from) return null;
        Point? first = null;
        for (long? index = Cuts.Newest(from) is { } before ? Cuts.After(before) : 0; first is null && index is { } number && number <= top.Index; index = Cuts.After(number))
            first = Made(number);
        if (first is null || Readable(first, asOf) is null) return null;
        return Soundness.MayBeBad ? LastGood(first, top, from, asOf) : top.Moment;
    }

    /// <summary>The moment of the newest piece that can be read; null where there is none.</summary>
    internal Instant? NewestPiece(Instant notAfter, Instant asOf) => Usable(notAfter, asOf).FirstOrDefault()?.Moment;

    /// <summary>Points that can be read as of a moment, newest first.</summary>
    private IEnumerable<Point> Usable(Instant notAfter, Instant asOf)
    {
        // What is read from the primary shows what it is at the cut; other sources may show something older.
        long? index = Cuts.Newest(CopiedFrom is null && ReadFrom == Protection.Primary ? Instant.Earlier(notAfter, asOf) : asOf);
        bool drops = Layer.Schedule.Keep.Generations.Count == 0;
        // Counts and generations keep what they keep once nothing newer is made.
        Instant oldest = (Layer.Schedule.Keep.Age is null ? Instant.Earlier(asOf, Ends) : asOf) - (Layer.Keep == TimeSpan.MaxValue ? TimeSpan.Zero : Layer.Keep);
        bool ages = Layer.Keep != TimeSpan.MaxValue && Layer.Schedule.Keep.Count is null;
        int missing = 0;
        for (; index is { } number && missing < MostMissing; index = Cuts.Before(number), missing++)
        {
            if (ages && Cuts.At(number) <= oldest) yield break;
            if (Made(number) is not { } point || !Protection.IsNotAfter(point.Moment, notAfter)) continue;
            if (RetainedUntil(point) <= asOf)
            {
                if (drops) yield break;
                continue;
            }
            if (Readable(point, asOf) is null) continue;
            missing = 0;
            yield return point;
        }
    }

    private RestorePoint? AsRestorePoint(Point point, Instant asOf)
    {
        IReadOnlyList<(LayerRun Layer, Point Point)> chain = Chain(point);
        if (chain.Count == 0) return null;
        StoredPiece[] pieces = new StoredPiece[chain.Count];
        for (int i = 0; i < pieces.Length; i++)
        {
            (LayerRun layer, Point part) = chain[i];
            if (layer.Readable(part, asOf) is not { } store) return null;
            pieces[i] = new StoredPiece(layer.Name, part.Index, part.Cut, store.Name, layer.BytesOf(part)) { IsDump = layer.IsDump };
        }
        string source = chain[0].Layer == this ? Name : $"{chain[0].Layer.Name} + {Name}";
        return new RestorePoint(point.Moment, point.Moment, pieces[0].Store, source) { Pieces = pieces };
    }

    private Instant? LastGood(Point first, Point top, Instant from, Instant asOf)
    {
        Instant good = from;
        for (long? index = first.Index; index is { } number && number <= top.Index; index = Cuts.After(number))
        {
            if (Made(number) is not { } piece) continue;
            if (Readable(piece, asOf) is null) break;
            good = piece.Moment;
        }
        return good > from ? good : null;
    }
}
