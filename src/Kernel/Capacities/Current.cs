using Simulator.Kernel.Waits;

namespace Simulator.Kernel.Capacities;

/// <summary>
/// An open-ended use of capacities, next to transfers in the same max-min fair shares: log that is shipped as long as there is some, a copy that
/// has to stop and go on. Nobody knows beforehand how many bytes will pass; how many have is its history. Rates change at the end of an instant,
/// when all that happened in it is known: a new current flows from the instant of its making on, but shows its rate only to those who wait.
/// </summary>
public sealed class Current : IWaitable
{
    private readonly Simulation _simulation;
    private readonly OpenClaim _claim;
    private Process? _watcher;
    private bool _hasChanged;

    /// <summary>A current that flows from now on.</summary>
    /// <param name="simulation">The simulation it belongs to.</param>
    /// <param name="over">Every capacity it crosses; one that it crosses twice is named twice. May be empty if there is a cap.</param>
    /// <param name="cap">The most it wants, bytes a second, not negative: at 0 it wants nothing; infinite where it takes all it gets.</param>
    /// <param name="weight">Its share in proportion to that of others, above zero.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or a capacity belongs to another simulation.</exception>
    public Current(Simulation simulation, ReadOnlySpan<Capacity> over, double cap, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        simulation.Sharing.Check(over, weight);
        _simulation = simulation;
        CheckCap(cap, over.IsEmpty);
        _claim = new OpenClaim(this, over, cap, weight);
        Passed = new Flow(simulation.Now, 0, 0);
        simulation.Sharing.Add(_claim);
    }

    /// <summary>Bytes a second, now.</summary>
    public double Rate => _claim.Rate;

    /// <summary>The bytes that have passed since it began, at any moment from then on.</summary>
    public Flow Passed { get; }

    /// <summary>Whether it was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Changes the most that it wants from now on.</summary>
    /// <param name="cap">Bytes a second, not negative; infinite only where it crosses a capacity.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cap is negative or not a number, or infinite where nothing else holds it.</exception>
    /// <exception cref="InvalidOperationException">It was closed.</exception>
    public void SetCap(double cap)
    {
        CheckOpen();
        CheckCap(cap, _claim.Over.IsEmpty);
        if (_claim.Cap == cap) return;
        _claim.ChangeCap(cap);
        _simulation.Sharing.Unsettle(_claim);
    }

    /// <summary>Ends it: from now on nothing passes, and its share goes to the others. Closing it again does nothing.</summary>
    public void Close()
    {
        if (IsClosed) return;
        IsClosed = true;
        _simulation.Sharing.Remove(_claim);
        Change(0);
    }

    /// <summary>Whether its rate has changed since its process looked last.</summary>
    internal bool HasChanged => _hasChanged;

    internal void Look() => _hasChanged = false;

    internal void CheckWatchable(Simulation simulation)
    {
        if (_simulation != simulation) throw new ArgumentException("the current belongs to another simulation");
        CheckOpen();
        if (_watcher is not null) throw new InvalidOperationException($"{_watcher.Name} already waits for a change of this current: one process looks after it");
    }

    internal void Watch(Process process, Instant atMost)
    {
        _watcher = process;
        if (!atMost.IsNever) _simulation.Schedule(process, atMost);
    }

    bool IWaitable.Awaken(Process process)
    {
        _watcher = null;
        return true;
    }

    void IWaitable.Abandon(Process process) => _watcher = null;

    private void Change(double rate)
    {
        if (rate == _claim.Rate) return;
        _claim.ChangeRate(rate);
        Passed.SetRate(_simulation.Now, rate);
        _hasChanged = true;
        if (_watcher is null || _watcher.IsWoken) return;
        _watcher.IsWoken = true;
        _simulation.Wake(_watcher);
    }

    private void CheckOpen()
    {
        if (IsClosed) throw new InvalidOperationException("the current was closed");
    }

    private static void CheckCap(double cap, bool isUnbound)
    {
        if (!(cap >= 0)) throw new ArgumentOutOfRangeException(nameof(cap), $"a cap must be zero or more, not {cap}");
        if (isUnbound && double.IsInfinity(cap)) throw new ArgumentOutOfRangeException(nameof(cap), "a current that crosses no capacity needs a finite cap");
    }

    private sealed class OpenClaim : Claim
    {
        private readonly Current _current;

        public OpenClaim(Current current, ReadOnlySpan<Capacity> over, double cap, double weight)
        {
            _current = current;
            Cross(over);
            (Cap, Weight) = (cap, weight);
        }

        public override void Begin(Instant now)
        {
        }

        public override void TakeShare(Instant now) => _current.Change(Share);

        public void ChangeCap(double cap) => Cap = cap;

        public void ChangeRate(double rate) => Rate = rate;
    }
}
