using Simulator.Kernel;

namespace Simulator.Models.Places;

/// <summary>Looks for the moment at which something comes true that then stays true.</summary>
internal static class Search
{
    // Beyond this nobody waits: twenty thousand years.
    private const long Farthest = 365L * 20_000 * TimeSpan.TicksPerDay;

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
}
