using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>What time goes into on the way back from an outage.</summary>
public enum TimeUse
{
    /// <summary>Nobody knows yet.</summary>
    Noticing,

    /// <summary>People find out what to do and agree on it, or a procedure is built.</summary>
    Deciding,

    /// <summary>Under a plan that was given up: what it began was for nothing.</summary>
    InVain,

    /// <summary>No hands are free: everybody is at work, at home, or handing over.</summary>
    WaitingForPeople,

    /// <summary>No room: other batches are in work, a limit of calls is reached, others move bytes over the same capacity.</summary>
    WaitingForCapacity,

    /// <summary>Nobody touches anything until the fault has passed.</summary>
    WaitingForTheFault,

    /// <summary>Bytes on their way, as long as they take where nobody else moves any.</summary>
    Moving,

    /// <summary>Somebody looks whether it is right.</summary>
    Checking,

    /// <summary>Hands at work, or a time that passes by itself.</summary>
    Working,
}

/// <summary>How much time went into what.</summary>
public sealed class TimeSpent
{
    /// <summary>No time.</summary>
    public static readonly TimeSpent Nothing = new([]);

    /// <summary>All that time can go into, in the order in which reports name it.</summary>
    public static readonly IReadOnlyList<TimeUse> Uses = Enum.GetValues<TimeUse>();

    private readonly TimeSpan[] _times;

    private TimeSpent(TimeSpan[] times) => _times = times;

    /// <summary>The time that went into one thing.</summary>
    public TimeSpan this[TimeUse use] => (int)use < _times.Length ? _times[(int)use] : TimeSpan.Zero;

    /// <summary>All of it.</summary>
    public TimeSpan Total => new(_times.Sum(time => time.Ticks));

    /// <summary>A time that went into one thing alone.</summary>
    public static TimeSpent On(TimeUse use, TimeSpan time) => Of(other => other == use ? time : TimeSpan.Zero);

    /// <summary>Times, each asked for once.</summary>
    public static TimeSpent Of(Func<TimeUse, TimeSpan> times) => new([.. Uses.Select(times)]);

    /// <summary>Two times together.</summary>
    public static TimeSpent operator +(TimeSpent a, TimeSpent b) => Of(use => a[use] + b[use]);
}

/// <summary>Keeps the time of one piece of work: every tick of it goes into exactly one thing.</summary>
/// <param name="began">When the work began.</param>
public sealed class TimeSheet(Instant began)
{
    private readonly TimeSpan[] _times = new TimeSpan[TimeSpent.Uses.Count];
    private readonly Instant _began = began;

    /// <summary>Up to when it is known what the time went into.</summary>
    public Instant Until { get; private set; } = began;

    /// <summary>All that has passed since went into one thing.</summary>
    public void Spend(TimeUse use, Instant now) => Spend(use, now - Until);

    /// <summary>So much of what has passed since went into one thing.</summary>
    public void Spend(TimeUse use, TimeSpan time)
    {
        _times[(int)use] += time;
        Until += time;
    }

    /// <summary>What the time went into so far.</summary>
    /// <exception cref="InvalidOperationException">Of some of it that is not known.</exception>
    public TimeSpent Close(Instant now)
    {
        TimeSpent spent = TimeSpent.Of(use => _times[(int)use]);
        return Until == now && spent.Total == now - _began ? spent
            : throw new InvalidOperationException($"of the time from {_began} to {now} it is not known, or known twice, what it went into after {Until}");
    }
}
