using Simulator.Kernel.Randomness;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

// A process waits for one thing at a time, so the wait lives in the process itself and costs no allocation.
public abstract partial class Process
{
    private bool _hasBegun;
    private Lifetime? _through;
    private IWaitable? _subject;
    private bool _isCutShort;

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
        _through = through;
        _subject = subject;
        IsWoken = false;
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
        if (_isCutShort)
        {
            _isCutShort = false;
            if (_hasBegun) Resume();
            else Finish(new LifetimeEndedException(_through!));
            return;
        }
        if (_subject is not null && !_subject.Awaken(this)) return;
        _through?.Delist(this);
        _through = null;
        _subject = null;
        Delay = null;
        Resume();
    }

    /// <summary>The lifetime it waits through has ended (and has already struck it off its list): it is woken at this instant, to have that thrown.</summary>
    internal void CutShort()
    {
        _isCutShort = true;
        _subject?.Abandon(this);
        _subject = null;
        Delay = null;
        Simulation.Wake(this);
    }
}
