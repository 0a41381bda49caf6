using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;

namespace Simulator.Kernel;

/// <summary>
/// One trial: the clock, the calendar and the loop. It has no other state than what its processes put into it, and runs on one thread.
/// Build every part of a model before starting any process.
/// </summary>
public sealed class Simulation
{
    private readonly Calendar _calendar = new();
    private bool _isRunning;
    private long _processes;
    private long _waits;

    /// <summary>A simulation at <see cref="Instant.Start"/> in which nothing has happened.</summary>
    /// <param name="streams">Where its processes draw their random numbers; belongs to this trial alone.</param>
    public Simulation(Streams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        Streams = streams;
        Sharing = new Sharing(this);
        Forever = new Lifetime(this, parent: null);
    }

    /// <summary>The moment of the event that is being executed.</summary>
    public Instant Now { get; private set; }

    /// <summary>The root lifetime: ends only if somebody ends it.</summary>
    public Lifetime Forever { get; }

    /// <summary>What happened so far.</summary>
    public Journal Journal { get; } = new();

    /// <summary>The named random streams of this trial.</summary>
    public Streams Streams { get; }

    /// <summary>How many events have been executed.</summary>
    public long Events { get; private set; }

    /// <summary>A fold of (moment, process) over all executed events: two runs with the same fingerprint did the same things.</summary>
    public ulong Fingerprint { get; private set; } = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Records every executed event, if set: to name the first difference between two runs.</summary>
    public EventTrace? Trace { get; set; }

    internal Sharing Sharing { get; }

    /// <summary>
    /// Executes every event up to and including a moment; afterwards <see cref="Now"/> is that moment. With <see cref="Instant.Never"/> it
    /// runs until nothing is left to happen, and <see cref="Now"/> stays at the last event.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment has passed.</exception>
    /// <exception cref="InvalidOperationException">The simulation is already running, or was broken off by an exception.</exception>
    public void Run(Instant until)
    {
        if (until < Now) throw new ArgumentOutOfRangeException(nameof(until), $"cannot run back from {Now} to {until}");
        Enter();
        while (Step(until)) { }
        if (!until.IsNever) Now = until;
        _isRunning = false;
    }

    /// <summary>
    /// Executes events until <paramref name="n"/> have been executed since the start, or nothing is left to happen: a trial is branched
    /// there.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Event <paramref name="n"/> has passed.</exception>
    /// <exception cref="InvalidOperationException">The simulation is already running, or was broken off by an exception.</exception>
    public void RunToEvent(long n)
    {
        if (n < Events) throw new ArgumentOutOfRangeException(nameof(n), $"cannot run back from event {Events} to event {n}");
        Enter();
        while (Events < n && Step(Instant.Never)) { }
        _isRunning = false;
    }

    /// <summary>
    /// From here on the streams draw from another branch. Waits of random length that are pending are drawn again, given their age, in the
    /// order in which they were begun: with F the CDF and u a uniform, the new length is the quantile of F(age) + (1 - F(age)) u.
    /// </summary>
    /// <param name="branch">Which branch; branches of different branches differ too.</param>
    /// <exception cref="InvalidOperationException">The simulation is running: a trial is branched between two events.</exception>
    public void Branch(int branch)
    {
        if (_isRunning) throw new InvalidOperationException("a trial can be branched only between two events");
        Streams.Enter(branch);
        foreach (Process process in _calendar.RandomWaits()) Schedule(process, process.Redraw(Now));
    }

    internal long NextProcess() => ++_processes;

    internal long NextWait() => ++_waits;

    /// <summary>Puts a process into the calendar in place of what it waited for there, if anything.</summary>
    internal void Schedule(Process process, Instant at)
    {
        _calendar.Cancel(process);
        _calendar.Add(process, at);
    }

    /// <summary>Has a process executed at this instant, after what is already due.</summary>
    internal void Wake(Process process) => Schedule(process, Now);

    internal void Cancel(Process process) => _calendar.Cancel(process);

    private void Enter()
    {
        if (_isRunning) throw new InvalidOperationException("the simulation is already running, or an exception broke it off");
        _isRunning = true;
    }

    private bool Step(Instant until)
    {
        // Rates matter only while time passes: all changes of one instant are settled at once, at its end.
        if (Sharing.IsUnsettled && (!_calendar.HasNext || _calendar.NextMoment > Now)) Sharing.Settle();
        if (!_calendar.HasNext || _calendar.NextMoment > until || _calendar.NextMoment.IsNever) return false;

        (Now, Process process) = _calendar.Take();
        Events++;
        Fingerprint = Mixing.Fold(Mixing.Fold(Fingerprint, (ulong)Now.Ticks), (ulong)process.Number);
        Trace?.Add(Now, process);
        process.Fire();
        return true;
    }
}
