namespace Simulator.Kernel;

/// <summary>
/// A quantity that flows: log written, shipped, applied. Its position is a piecewise-linear function of time that never falls; only a
/// change of rate is an event. The whole history is kept, so any past position and moment can be asked.
/// </summary>
public sealed class Flow
{
    private readonly List<Segment> _segments = [];

    private readonly record struct Segment(Instant From, double Position, double Rate)
    {
        // Never falls with time, whatever the rounding: every step of it is monotonic.
        public double At(long tick) => Position + (Rate * ((tick - From.Ticks) / (double)TimeSpan.TicksPerSecond));
    }

    /// <summary>A flow from a moment on.</summary>
    /// <param name="start">When it starts; before, its position is the initial one.</param>
    /// <param name="initial">The position at the start (bytes, say).</param>
    /// <param name="ratePerSecond">How fast it flows from there, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is not finite, or the rate is negative or not finite.</exception>
    public Flow(Instant start, double initial, double ratePerSecond)
    {
        if (!double.IsFinite(initial)) throw new ArgumentOutOfRangeException(nameof(initial), $"a position must be finite, not {initial}");
        CheckRate(ratePerSecond);
        _segments.Add(new Segment(start, initial, ratePerSecond));
    }

    /// <summary>The newest rate, units a second.</summary>
    public double Rate => _segments[^1].Rate;

    /// <summary>Changes the rate from a moment on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies before the newest change, or the rate is negative or not
    /// finite.</exception>
    public void SetRate(Instant at, double ratePerSecond)
    {
        CheckRate(ratePerSecond);
        Segment last = _segments[^1];
        if (at < last.From) throw new ArgumentOutOfRangeException(nameof(at), $"the rate already changed later, at {last.From}, than at {at}");
        if (ratePerSecond == last.Rate) return;
        var next = new Segment(at, last.At(at.Ticks), ratePerSecond);
        if (at == last.From) _segments[^1] = next;
        else _segments.Add(next);
    }

    /// <summary>The position at a moment; before the start it is the initial one.</summary>
    public double At(Instant moment)
    {
        if (moment <= _segments[0].From) return _segments[0].Position;
        int low = 0;
        int high = _segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].From <= moment) low = middle;
            else high = middle - 1;
        }
        return _segments[low].At(moment.Ticks);
    }

    /// <summary>
    /// The first moment at which a position is reached, rounded up to the tick, so that <see cref="At"/> that moment is at least the
    /// position. <see cref="Instant.Never"/> if it never is; the start if it was reached from the start.
    /// </summary>
    public Instant MomentOf(double position)
    {
        if (double.IsNaN(position)) throw new ArgumentOutOfRangeException(nameof(position), "a position must be a number");
        if (position <= _segments[0].Position) return _segments[0].From;
        Segment inside = LastBelow(position);
        if (inside.Rate == 0) return Instant.Never;

        double estimate = (position - inside.Position) / inside.Rate * TimeSpan.TicksPerSecond;
        if (estimate >= long.MaxValue / 4) return Instant.Never;
        return new Instant(FirstTick(inside, position, inside.From.Ticks + (long)estimate));
    }

    // The estimate is off by rounding: gallop to both sides of the tick, then halve. A plain search ahead could take forever where a tick
    // moves the position by less than its last bit.
    private static long FirstTick(Segment segment, double position, long estimate)
    {
        long step = 1;
        long low = Math.Max(estimate - step, segment.From.Ticks);
        while (low > segment.From.Ticks && segment.At(low) >= position) low = Math.Max(low - (step *= 2), segment.From.Ticks);
        step = 1;
        long high = estimate + step;
        while (segment.At(high) < position) high += step *= 2;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (segment.At(middle) >= position) high = middle;
            else low = middle;
        }
        return high;
    }

    private Segment LastBelow(double position)
    {
        int low = 0;
        int high = _segments.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_segments[middle].Position < position) low = middle;
            else high = middle - 1;
        }
        return _segments[low];
    }

    private static void CheckRate(double rate)
    {
        if (!double.IsFinite(rate) || rate < 0) throw new ArgumentOutOfRangeException(nameof(rate), $"a rate must be finite and not negative, not {rate}");
    }
}
