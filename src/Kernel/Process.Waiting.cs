using Simulator.Kernel.Randomness;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

// A process waits for one thing at a time, so the wait lives in the process itself and costs no allocation.
public abstract partial class Process
{
    private bool _hasBegun;

    // It stays on the list of the lifetime it waited through last: most waits go through the same one, and joining anew would touch its
    // neighbours' memory.
    private Lifetime? _enlistedWith;
    private Lifetime? _endedBefore;
    private bool _isWaiting;
    private IWaitable? _subject;

    /// <summary>The links of the list of waits through a lifetime.</summary>
    internal Links InLifetime;

    /// <summary>The links of the queue of what it waits for.</summary>
    internal Links InQueue;

    internal Simulation Simulation { get; private set; } = null!;

    internal long Number { get; private set; }

    /// <summary>The number of its entry in the calendar; 0 if it has none.</summary>
    internal long PendingEntry { get; set; }

    /// <summary>The how-many-th wait of its simulation this is.</summary>
    internal long WaitNumber { get; private set; }

    /// <summary>When it gives up waiting for a condition.</summary>
    internal Instant Deadline { get; set; }

    /// <summary>Whether what it waits for has woken it, though it has not run yet: a condition came true, hands were given.</summary>
    internal bool IsWoken { get; set; }

    internal int HandsWanted { get; set; }

    internal double Rank { get; set; }

    /// <summary>The distribution of a wait of random length; null in any other wait.</summary>
    internal IRandomDelay? Delay { get; private set; }

    private RandomStream? DelayStream { get; set; }

    private Instant DelayStart { get; set; }

    /// <summary>Begins to wait: for a subject, or (null) for an entry in the calendar alone.</summary>
    internal void BeginWait(Lifetime? through, IWaitable? subject)
    {
        WaitNumber = Simulation.NextWait();
        _isWaiting = true;
        _subject = subject;
        IsWoken = false;
        if (through == _enlistedWith) return;
        _enlistedWith?.Delist(this);
        _enlistedWith = through;
        through?.Enlist(this);
    }

    /// <summary>Remembers what a wait of random length was drawn from.</summary>
    internal void RememberDelay(IRandomDelay delay, RandomStream stream)
    {
        Delay = delay;
        DelayStream = stream;
        DelayStart = Simulation.Now;
    }

    /// <summary>When a wait of random length ends, drawn again given that it has lasted until now.</summary>
    internal Instant Redraw(Instant now)
    {
        double passed = Delay!.Cumulative(now - DelayStart);
        double u = passed + ((1 - passed) * DelayStream!.NextUniform());
        // Rounding may reach 1, which is no quantile; and the quantile of F(age) may lie below the age.
        TimeSpan length = Delay.Quantile(Math.Min(u, Math.BitDecrement(1.0)));
        return Instant.Later(now, DelayStart + length);
    }

    /// <summary>Its entry in the calendar has come up.</summary>
    internal void Fire()
    {
        if (_endedBefore is not null)
        {
            Finish(new LifetimeEndedException(_endedBefore));
            return;
        }
        if (_subject is not null && !_subject.Awaken(this)) return;
        _isWaiting = false;
        _subject = null;
        Delay = null;
        Resume();
    }

    /// <summary>A lifetime has ended and has struck it off its list. True if it was waiting through it.</summary>
    internal bool StrikeOff(Lifetime ended)
    {
        _enlistedWith = null;
        if (_isWaiting && !_hasBegun) _endedBefore = ended;
        return _isWaiting;
    }

    /// <summary>The lifetime it waits through has ended: it is woken at this instant, to have that thrown.</summary>
    internal void CutShort()
    {
        _subject?.Abandon(this);
        _subject = null;
        Delay = null;
        Simulation.Wake(this);
    }

    private void LeaveLifetime()
    {
        _enlistedWith?.Delist(this);
        _enlistedWith = null;
    }
}
