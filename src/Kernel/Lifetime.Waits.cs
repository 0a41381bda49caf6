using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

// What a process can wait for. Every wait begins when it is awaited, so await it where it is made.
public sealed partial class Lifetime
{
    /// <summary>Waits for a duration, not negative. A wait of zero lets everything run that is already due at this instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public TimeWait Wait(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(duration), $"cannot wait for {duration}");
        return new TimeWait(this, Now + duration, isOver: false);
    }

    /// <summary>Waits until a moment; goes on at once if it is not in the future.</summary>
    public TimeWait WaitUntil(Instant moment) => new(this, moment, isOver: moment <= Now);

    /// <summary>
    /// Waits for a duration that chance decides: one uniform is drawn. The distribution is remembered, for
    /// <see cref="Simulation.Branch"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The distribution gave a negative duration.</exception>
    public TimeWait Wait(IRandomDelay delay, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(delay);
        ArgumentNullException.ThrowIfNull(stream);
        TimeSpan duration = delay.Quantile(stream.NextUniform());
        if (duration < TimeSpan.Zero) throw new InvalidOperationException($"the distribution {delay} gave the negative duration {duration}");
        return new TimeWait(this, Now + duration, delay, stream);
    }

    /// <summary>Waits until a condition is true; goes on at once if it is. On going on it is true.</summary>
    public ConditionWait Until(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new ConditionWait(this, condition);
    }

    /// <summary>
    /// Waits until a condition is true, but not longer than a timeout: true if the condition is true, false if the time ran out.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    public TimedConditionWait Until(Condition condition, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (timeout < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(timeout), $"cannot wait for {timeout}");
        return new TimedConditionWait(this, condition, timeout);
    }

    /// <summary>Waits for hands of a crew, and takes them: <c>using Hands hands = await life.Use(crew);</c></summary>
    /// <param name="crew">Whose hands.</param>
    /// <param name="hands">How many at once, at least 1 and at most the largest size the crew has had.</param>
    /// <param name="rank">Lower ranks first, if the crew works <see cref="CrewOrder.ByRank"/>; ignored if not.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hands are fewer than 1, or more than the crew has ever had; the rank is not a
    /// number.</exception>
    public CrewWait Use(Crew crew, int hands = 1, double rank = 0)
    {
        ArgumentNullException.ThrowIfNull(crew);
        crew.Check(Simulation, hands, rank);
        return new CrewWait(this, crew, hands, rank);
    }

    /// <summary>Moves bytes over capacities, at the max-min fair share; ends when all have been moved.</summary>
    /// <param name="bytes">How many, not negative.</param>
    /// <param name="over">Every capacity it crosses; one that it crosses twice is named twice. May be empty if there is a cap.</param>
    /// <param name="cap">The most it can use, bytes a second, above zero.</param>
    /// <param name="weight">Its share in proportion to that of others, above zero.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or a capacity belongs to another simulation.</exception>
    public TransferWait Move(double bytes, ReadOnlySpan<Capacity> over, double cap = double.PositiveInfinity, double weight = 1)
    {
        if (HasEnded) return new TransferWait(this, transfer: null);
        Transfer? transfer = Simulation.Sharing.Prepare(bytes, over, cap, weight);
        return new TransferWait(this, transfer);
    }

    /// <summary>Moves bytes over one capacity: see the other overload.</summary>
    /// <exception cref="ArgumentException">An argument is out of range, or the capacity belongs to another simulation.</exception>
    public TransferWait Move(double bytes, Capacity over, double cap = double.PositiveInfinity, double weight = 1) => Move(bytes, [over], cap, weight);

    /// <summary>
    /// Waits until a current's rate is another one than its process saw last, but not longer than until a moment: true if it has changed, false if
    /// the moment came first. One process at a time looks after a current.
    /// </summary>
    /// <param name="current">The current.</param>
    /// <param name="atMost">When to go on in any case; <see cref="Instant.Never"/> to wait for a change alone.</param>
    /// <exception cref="InvalidOperationException">It was closed, or another process waits for it.</exception>
    public CurrentWait UntilChange(Current current, Instant atMost)
    {
        ArgumentNullException.ThrowIfNull(current);
        current.CheckWatchable(Simulation);
        return new CurrentWait(this, current, atMost);
    }
}
