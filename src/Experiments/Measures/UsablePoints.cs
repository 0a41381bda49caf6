using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>From a moment on, how new the newest restore point is that can be used.</summary>
/// <param name="From">The moment.</param>
/// <param name="Newest">The moment that the point brings back; null where none can be used.</param>
public readonly record struct UsablePoint(Instant From, Instant? Newest);

/// <summary>Which restore point is the newest that can be used, over time.</summary>
public static class UsablePoints
{
    /// <summary>The newest usable point from the start of the run to its end: one entry a change, in order; the first is at the start.</summary>
    /// <param name="points">The points, in any order.</param>
    /// <param name="end">When the run ended.</param>
    public static IReadOnlyList<UsablePoint> Over(IEnumerable<OfferedPoint> points, Instant end)
    {
        OfferedPoint[] all = ByArrival(points);
        // Oldest first; each reaches further than the next, else it will never be the newest again.
        List<OfferedPoint> usable = [];
        List<UsablePoint> changes = [];
        int next = 0;
        for (Instant moment = Instant.Start; moment <= end && !moment.IsNever;)
        {
            for (; next < all.Length && all[next].UsableFrom <= moment; next++) Add(usable, all[next]);
            while (usable.Count > 0 && usable[^1].UsableUntil <= moment) usable.RemoveAt(usable.Count - 1);
            Instant? newest = usable.Count > 0 ? usable[^1].Moment : null;
            if (changes.Count == 0 || changes[^1].Newest != newest) changes.Add(new UsablePoint(moment, newest));
            moment = Instant.Earlier(next < all.Length ? all[next].UsableFrom : Instant.Never, usable.Count > 0 ? usable[^1].UsableUntil : Instant.Never);
        }

        return changes;
    }

    private static OfferedPoint[] ByArrival(IEnumerable<OfferedPoint> points)
    {
        OfferedPoint[] all = [.. points.Where(p => p.UsableUntil > p.UsableFrom && p.UsableUntil > Instant.Start)];
        Array.Sort(Array.ConvertAll(all, p => p.UsableFrom.Ticks), all);
        return all;
    }

    private static void Add(List<OfferedPoint> usable, OfferedPoint point)
    {
        int at = usable.Count;
        while (at > 0 && usable[at - 1].Moment > point.Moment) at--;
        if (at < usable.Count && usable[at].UsableUntil >= point.UsableUntil) return;
        int first = at;
        while (first > 0 && usable[first - 1].UsableUntil <= point.UsableUntil) first--;
        usable.RemoveRange(first, at - first);
        usable.Insert(first, point);
    }

    /// <summary>
    /// The largest age, in seconds, that the newest usable point reached while the database took writes; infinite if at some such time there was none.
    /// </summary>
    /// <param name="points">The points, in any order.</param>
    /// <param name="outages">When it took none, in order: nothing is added then that a point could miss.</param>
    /// <param name="end">When the run ended.</param>
    public static double WorstAge(IEnumerable<OfferedPoint> points, IEnumerable<(Instant From, Instant To)> outages, Instant end)
    {
        (Instant From, Instant To)[] latestFirst = [.. outages.Reverse()];
        IReadOnlyList<UsablePoint> changes = Over(points, end);
        double worst = 0;
        for (int i = 0; i < changes.Count; i++)
        {
            Instant until = i + 1 < changes.Count ? changes[i + 1].From : end;
            foreach ((Instant from, Instant to) in latestFirst)
                if (from < until && until <= to) until = from;
            if (until <= changes[i].From && end > changes[i].From) continue;
            worst = Math.Max(worst, changes[i].Newest is { } newest ? (until - newest).TotalSeconds : double.PositiveInfinity);
        }

        return worst;
    }
}
