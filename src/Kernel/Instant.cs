namespace Simulator.Kernel;

/// <summary>
/// A moment of simulated time: 100-ns ticks since the start of the run (negative before it). The default value is the start.
/// Moments and durations (<see cref="TimeSpan"/>) are different types: a moment cannot be added to a moment.
/// </summary>
/// <param name="Ticks">Ticks of 100 ns since the start of the run; <see cref="long.MaxValue"/> is "never".</param>
public readonly record struct Instant(long Ticks) : IComparable<Instant>
{
    /// <summary>The start of the run.</summary>
    public static readonly Instant Start;

    /// <summary>Later than every moment that comes; sums that leave the range become this.</summary>
    public static readonly Instant Never = new(long.MaxValue);

    /// <summary>The moment this long after the start.</summary>
    public static Instant After(TimeSpan sinceStart) => Start + sinceStart;

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan SinceStart => new(Ticks);

    /// <summary>Whether this moment never comes.</summary>
    public bool IsNever => Ticks == long.MaxValue;

    /// <summary>A later (or earlier) moment; saturates to <see cref="Never"/>, and "never" stays never.</summary>
    public static Instant operator +(Instant moment, TimeSpan duration)
    {
        if (moment.IsNever || duration == TimeSpan.MaxValue) return Never;
        long sum = unchecked(moment.Ticks + duration.Ticks);
        bool overflowed = ((moment.Ticks ^ sum) & (duration.Ticks ^ sum)) < 0;
        return !overflowed ? new Instant(sum) : duration > TimeSpan.Zero ? Never : new Instant(long.MinValue);
    }

    /// <summary>An earlier moment; "never" stays never.</summary>
    public static Instant operator -(Instant moment, TimeSpan duration) => moment + duration.Negate();

    /// <summary>The duration from <paramref name="earlier"/> to <paramref name="later"/>; to "never" it is <see cref="TimeSpan.MaxValue"/>.</summary>
    public static TimeSpan operator -(Instant later, Instant earlier) =>
        later.IsNever ? TimeSpan.MaxValue : new TimeSpan(later.Ticks - earlier.Ticks);

    /// <summary>Earlier than.</summary>
    public static bool operator <(Instant a, Instant b) => a.Ticks < b.Ticks;

    /// <summary>Later than.</summary>
    public static bool operator >(Instant a, Instant b) => a.Ticks > b.Ticks;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Instant a, Instant b) => a.Ticks <= b.Ticks;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Instant a, Instant b) => a.Ticks >= b.Ticks;

    /// <summary>The earlier of two moments.</summary>
    public static Instant Earlier(Instant a, Instant b) => a < b ? a : b;

    /// <summary>The later of two moments.</summary>
    public static Instant Later(Instant a, Instant b) => a > b ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Ticks.CompareTo(other.Ticks);

    /// <summary>Days, hours, minutes, seconds and ticks since the start, such as <c>9d 04:10:00.0000000</c>; the same in every culture.</summary>
    public override string ToString()
    {
        if (IsNever) return "never";
        TimeSpan span = Ticks < 0 ? SinceStart.Negate() : SinceStart;
        return $"{(Ticks < 0 ? "-" : "")}{span.Days}d {span.Hours:00}:{span.Minutes:00}:{span.Seconds:00}.{span.Ticks % TimeSpan.TicksPerSecond:0000000}";
    }
}
