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
        OfferedPoint[] all = [.. points.Where(p => p.UsableUntil > p.UsableFrom).OrderBy(p => p.UsableFrom)];
        Instant[] moments = [.. all.SelectMany(p => new[] { p.UsableFrom, p.UsableUntil }).Append(Instant.Start).Where(m => m >= Instant.Start && m <= end).Distinct().Order()];
        var usable = new PriorityQueue<OfferedPoint, long>();
        var changes = new List<UsablePoint>();
        int next = 0;
        foreach (Instant moment in moments)
        {
            for (; next < all.Length && all[next].UsableFrom <= moment; next++) usable.Enqueue(all[next], -all[next].Moment.Ticks);
            while (usable.TryPeek(out OfferedPoint stale, out _) && stale.UsableUntil <= moment) usable.Dequeue();
            Instant? newest = usable.TryPeek(out OfferedPoint best, out _) ? best.Moment : null;
            if (changes.Count == 0 || changes[^1].Newest != newest) changes.Add(new UsablePoint(moment, newest));
        }

        return changes;
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
