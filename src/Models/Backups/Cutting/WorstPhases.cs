using Simulator.Kernel;

namespace Simulator.Models.Backups.Cutting;

/// <summary>
/// Puts the schedules of a database so that a fault meets them at the worst instant. What would be lost grows steadily between two arrivals and falls at
/// each, so the worst instant is that of an arrival, which is then not usable; every arrival within one common period of the schedules is tried, by the same
/// question that a restore asks, so whatever still stands counts. Schedules that do not keep a distance to each other meet the fault each at its own worst.
/// </summary>
internal sealed class WorstPhases(Protection protection, IReadOnlyList<LayerRun> layers)
{
    // A common period longer than so many of its longest cadence, or with more arrivals than this, is tried in part.
    private const int MostPeriods = 100, MostArrivals = 20_000;

    // Arrivals are looked up long before the run, where nothing has gone wrong yet.
    private static readonly TimeSpan s_before = TimeSpan.FromDays(36_500);

    /// <summary>Shifts every schedule to its worst.</summary>
    /// <param name="fault">When the fault struck: what is lost is counted back from here.</param>
    /// <param name="asOf">When a restore point is looked for.</param>
    public void Choose(Instant fault, Instant asOf)
    {
        foreach (IGrouping<string, LayerRun> group in layers.GroupBy(Phases.GroupOf))
            if (group.Key.Length > 0) Choose(group.Key, [.. group], fault, asOf);
    }

    private void Choose(string group, IReadOnlyList<LayerRun> members, Instant fault, Instant asOf)
    {
        long common = CommonPeriod(members);
        TimeSpan best = TimeSpan.Zero, most = TimeSpan.MinValue;
        foreach (TimeSpan shift in Shifts(members, common, fault, asOf))
        {
            Place(group, members, shift);
            TimeSpan loss = Lost(members, fault, asOf);
            if (loss > most) (best, most) = (shift, loss);
        }
        Place(group, members, best);
    }

    private void Place(string group, IReadOnlyList<LayerRun> members, TimeSpan shift)
    {
        protection.Phases.Shift(group, shift);
        protection.Forget();
        foreach (LayerRun member in members) member.Replace();
    }

    private static TimeSpan Lost(IReadOnlyList<LayerRun> members, Instant fault, Instant asOf)
    {
        Instant? newest = members.Any(member => !member.IsLog)
            ? Protection.Find(members, fault, asOf)?.At
            : members.Select(member => member.NewestPiece(fault, asOf)).Max();
        return newest is { } at ? fault - at : TimeSpan.MaxValue;
    }

    /// <summary>Every shift that puts an arrival, or a cut, on the instant of the fault or of the search.</summary>
    private static IReadOnlyList<TimeSpan> Shifts(IReadOnlyList<LayerRun> members, long common, Instant fault, Instant asOf)
    {
        SortedSet<long> shifts = [];
        Instant from = fault - s_before;
        foreach (LayerRun member in members)
        {
            for (long? index = member.Cuts.Newest(from); index is { } number && shifts.Count < MostArrivals && from - member.Cuts.At(number) < new TimeSpan(common); index = member.Cuts.Before(number))
            {
                if (member.Made(number) is not { } point) continue;
                foreach (Instant what in new[] { point.Cut, member.CompleteFrom(point) })
                    foreach (Instant onto in new[] { fault, asOf })
                        shifts.Add((long)((((Int128)onto.Ticks - what.Ticks) % common + common) % common));
            }
        }
        return [.. shifts.Select(ticks => new TimeSpan(ticks))];
    }

    private long CommonPeriod(IReadOnlyList<LayerRun> members)
    {
        Int128 common = 1;
        long longest = 1;
        foreach (LayerRun member in members)
        {
            TimeSpan period = member.Layer is Incremental { FullEvery: { } full } ? full : protection.Phases.PeriodOf(member);
            if (period == TimeSpan.MaxValue) continue;
            longest = Math.Max(longest, period.Ticks);
            common = common / Divisor(common, period.Ticks) * period.Ticks;
            if (common > (Int128)longest * MostPeriods) common = (Int128)longest * MostPeriods;
        }
        return (long)Int128.Max(common, longest);
    }

    private static Int128 Divisor(Int128 a, Int128 b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
