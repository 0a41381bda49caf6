namespace Simulator.Kernel;

/// <summary>
/// A limit on how fast calls are let through, first come first served: a token bucket in closed form. It holds so many tokens, is full at first and
/// fills up at a rate; every call takes one. Of calls that all come at once the k-th is let through (k - at once) / rate after them.
/// </summary>
/// <param name="perSecond">Calls a second, above zero.</param>
/// <param name="atOnce">Calls that are let through at once after a quiet time, at least 1.</param>
public sealed class RateLimit(double perSecond, int atOnce)
{
    // Counted from the last moment at which the bucket was full, so that no rounding adds up.
    private Instant _full;
    private long _calls;

    /// <summary>Takes calls one after the other, after all that were taken before. What was taken is not given back.</summary>
    /// <param name="now">The moment that it is; never before an earlier one.</param>
    /// <param name="calls">How many, at least 1.</param>
    /// <returns>When the last of them is let through; not before now.</returns>
    public Instant Take(Instant now, int calls)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(calls, 1);
        if (After(_calls) <= now) (_full, _calls) = (now, 0);
        _calls += calls;
        return Instant.Later(now, After(_calls - atOnce));
    }

    private Instant After(long calls)
    {
        double ticks = Math.Ceiling(calls / perSecond * TimeSpan.TicksPerSecond);
        return ticks < long.MaxValue / 4 ? _full + new TimeSpan((long)ticks) : Instant.Never;
    }
}
