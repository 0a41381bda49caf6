using Simulator.Kernel.Waits;

namespace Simulator.Kernel.Capacities;

/// <summary>Bytes on their way over capacities, and the process that waits for them. Reused after its end.</summary>
internal sealed class Transfer(Sharing sharing) : Claim, IWaitable
{
    private double _bytes;
    private Instant _updated;

    public Process? Process { get; set; }

    public double Remaining { get; private set; }

    /// <summary>When it ends at its present rate.</summary>
    public Instant Due { get; private set; }

    /// <summary>For when its process stands in the calendar; null if it does not.</summary>
    public Instant? Scheduled { get; set; }

    public bool IsOver { get; set; }

    public void Reset(double bytes, ReadOnlySpan<Capacity> over, double cap, double weight)
    {
        Cross(over);
        (_bytes, Remaining, Cap, Weight) = (bytes, bytes, cap, weight);
        (Rate, Due, Scheduled, IsOver) = (0, Instant.Never, null, false);
    }

    public override void Begin(Instant now) => _updated = now;

    public override void TakeShare(Instant now)
    {
        if (Share == Rate) return;
        Remaining = Math.Max(0, Remaining - Moved(now));
        _updated = now;
        Rate = Share;
        Due = now + TimeFor(Remaining);
    }

    /// <summary>Checks at its end that all its bytes have been moved, and no more.</summary>
    public void CheckAllMoved(Instant now)
    {
        if (Remaining - Moved(now) > Slack) throw new InvalidOperationException($"a transfer of {_bytes} bytes ended with {Remaining - Moved(now)} left");
    }

    bool IWaitable.Awaken(Process process)
    {
        if (!IsOver) sharing.Complete(this);
        sharing.Recycle(this);
        return true;
    }

    void IWaitable.Abandon(Process process)
    {
        if (!IsOver) sharing.Remove(this);
        sharing.Recycle(this);
    }

    // The end is rounded up to the tick, and moments far away lie further apart in floating point: up to two ticks too many.
    private double Slack => (_bytes * 1e-9) + (2 * Rate / TimeSpan.TicksPerSecond);

    private double Moved(Instant now)
    {
        double moved = Rate * ((now - _updated).Ticks / (double)TimeSpan.TicksPerSecond);
        if (moved > Remaining + Slack) throw new InvalidOperationException($"a transfer moved {moved} bytes, but had only {Remaining} left");
        return moved;
    }

    private TimeSpan TimeFor(double bytes)
    {
        if (bytes == 0) return TimeSpan.Zero;
        if (Rate == 0) return TimeSpan.MaxValue;
        double ticks = Math.Ceiling(bytes / Rate * TimeSpan.TicksPerSecond);
        return ticks < long.MaxValue ? new TimeSpan((long)ticks) : TimeSpan.MaxValue;
    }
}
