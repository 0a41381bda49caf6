using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

/// <summary>In which order a crew serves those who wait for it.</summary>
public enum CrewOrder
{
    /// <summary>First come, first served.</summary>
    FirstCome,

    /// <summary>Lower ranks first; first come, first served within a rank.</summary>
    ByRank,
}

/// <summary>
/// Hands that can do one thing at a time: engineers, approvers, restore slots. Its size may change (shifts, escalation). The head of the
/// queue blocks: nobody overtakes it by asking for fewer hands. When a crew shrinks, those at work finish first.
/// </summary>
public sealed class Crew : IWaitable
{
    private readonly Simulation _simulation;
    private readonly CrewOrder _order;
    private ProcessList<InQueue> _queue;
    private int _largest;
    private Instant _since;
    private TimeSpan _worked;

    /// <summary>A crew with all hands free.</summary>
    /// <param name="simulation">The simulation it belongs to.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="size">How many hands, not negative.</param>
    /// <param name="order">In which order it serves.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public Crew(Simulation simulation, string name, int size, CrewOrder order = CrewOrder.FirstCome)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _simulation = simulation;
        _order = order;
        Name = name;
        Resize(size);
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>How many hands it has now.</summary>
    public int Size { get; private set; }

    /// <summary>How many hands are at work; more than <see cref="Size"/> for a while after it shrank.</summary>
    public int Busy
    {
        get;
        private set
        {
            _worked += (_simulation.Now - _since) * field;
            _since = _simulation.Now;
            field = value;
        }
    }

    /// <summary>How long its hands have been at work so far, all together.</summary>
    public TimeSpan Worked => _worked + (_simulation.Now - _since) * Busy;

    /// <summary>How many processes wait for hands.</summary>
    public int Waiting { get; private set; }

    /// <summary>Changes the size. New hands go to work at once; a crew that shrinks lets those at work finish.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public void Resize(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Size = size;
        _largest = Math.Max(_largest, size);
        Serve();
    }

    internal void Check(Simulation simulation, int hands, double rank)
    {
        if (simulation != _simulation) throw new ArgumentException($"the crew \"{Name}\" belongs to another simulation");
        if (hands < 1) throw new ArgumentOutOfRangeException(nameof(hands), $"cannot ask the crew \"{Name}\" for {hands} hands");
        if (hands > _largest) throw new ArgumentOutOfRangeException(nameof(hands), $"asked for {hands} hands of the crew \"{Name}\", which never had more than {_largest}");
        if (double.IsNaN(rank)) throw new ArgumentOutOfRangeException(nameof(rank), "a rank must be a number");
    }

    internal bool TryTake(int hands)
    {
        if (_queue.First is not null || hands > Size - Busy) return false;
        Busy += hands;
        return true;
    }

    internal void Enqueue(Process process, int hands, double rank)
    {
        process.HandsWanted = hands;
        process.Rank = _order == CrewOrder.ByRank ? rank : 0;
        Process? previous = _queue.Last;
        while (previous is not null && previous.Rank > process.Rank) previous = ProcessList<InQueue>.Before(previous);
        _queue.InsertAfter(previous, process);
        Waiting++;
        // One that comes to the front of the queue may need fewer hands than the one that was blocked there.
        Serve();
    }

    internal void GiveBack(int hands)
    {
        if (hands > Busy) throw new InvalidOperationException($"the crew \"{Name}\" got back more hands than it gave: hands were disposed twice");
        Busy -= hands;
        Serve();
    }

    bool IWaitable.Awaken(Process process) => true;

    void IWaitable.Abandon(Process process)
    {
        if (process.IsWoken) GiveBack(process.HandsWanted);
        else
        {
            _queue.Remove(process);
            Waiting--;
            Serve();
        }
    }

    private void Serve()
    {
        while (_queue.First is { } first && first.HandsWanted <= Size - Busy)
        {
            _queue.Remove(first);
            Waiting--;
            Busy += first.HandsWanted;
            first.IsWoken = true;
            _simulation.Wake(first);
        }
    }
}
