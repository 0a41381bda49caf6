using Simulator.Kernel;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>How long a layer holds what was deleted.</content>
public sealed partial class LayerRun
{
    /// <summary>Until when one of its stores holds data that was deleted at a moment: as long as any point that still shows it, or the piece of log that carries its deletion.</summary>
    internal Instant HoldsUntil(Instant deleted, StoreRun store)
    {
        Instant until = deleted;
        Point? last = LastShowing(deleted);
        int missing = 0;
        for (long? index = last?.Index; index is { } number && missing < MostMissing; index = Cuts.Before(number), missing++)
        {
            if (Made(number) is not { } point || ArrivesIn(store, point).IsNever) continue;
            until = Instant.Later(until, KeptUntil(point));
            break;
        }
        if (last is not null)
            foreach (Point older in FirstOfGenerations(last))
                if (!ArrivesIn(store, older).IsNever) until = Instant.Later(until, KeptUntil(older));
        return Instant.Later(deleted, Instant.Earlier(until, store.DestroyedAt));
    }

    /// <summary>The newest point that shows what was deleted at a moment: what it is made from may be behind, so it may be cut later; of a log, the piece that carries the deletion.</summary>
    private Point? LastShowing(Instant deleted)
    {
        Point? last = null;
        int missing = 0;
        for (long? index = Cuts.Newest(deleted) ?? 0; index is { } number && missing < MostMissing && Cuts.At(number) < Ends; index = Cuts.After(number), missing++)
        {
            if (Made(number) is not { } point) continue;
            if (IsLog || point.Moment <= deleted) last = point;
            if (point.Moment > deleted) break;
        }
        return last ?? NewestMade(deleted);
    }

    /// <summary>The points up to one that their generations may keep longer than it: the first of each period that still counts.</summary>
    private IEnumerable<Point> FirstOfGenerations(Point last)
    {
        foreach (Generation generation in Layer.Schedule.Keep.Generations)
        {
            long period = generation.Of(last.Cut);
            for (long before = period - generation.Count; before <= period; before++)
                if (FirstSince(before, generation.Period) is { } first && first.Cut <= last.Cut) yield return first;
        }
    }
}
