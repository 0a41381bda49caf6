using Simulator.Kernel;

namespace Simulator.Models;

/// <summary>Looks in what is in order: for the moment at which something comes true that then stays true, for the last of a row of things up to a limit.</summary>
internal static class Search
{
    // Beyond this nobody waits: ten thousand years. Twice as far still fits into ticks.
    private const long Farthest = 365L * 10_000 * TimeSpan.TicksPerDay;

    /// <summary>The first tick after a moment, and up to another, at which it holds; the last where it holds at none before. With "never" as the end it is looked for ahead.</summary>
    public static Instant First(Instant from, Instant until, Func<Instant, bool> holds)
    {
        long low = from.Ticks, high = until.Ticks;
        if (until.IsNever)
        {
            high = low + 1;
            for (long step = 1; !holds(new Instant(high)); step *= 2)
            {
                if (high > Farthest) return Instant.Never;
                (low, high) = (high, high + step);
            }
        }
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (holds(new Instant(middle))) high = middle;
            else low = middle;
        }
        return new Instant(high);
    }

    /// <summary>The last thing of an ascending row whose key is not above a limit; -1 where none is.</summary>
    /// <param name="row">The things, ascending by key.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="key">What they are ordered by; a static function, so that nothing is allocated.</param>
    public static int LastUpTo<T, TKey>(List<T> row, TKey limit, Func<T, TKey> key)
        where TKey : IComparable<TKey>
    {
        int low = -1, high = row.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (key(row[middle]).CompareTo(limit) <= 0) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
