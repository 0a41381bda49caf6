using BenchmarkDotNet.Attributes;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;

namespace Simulator.Benchmarks;

/// <summary>
/// What one event costs (time and bytes per operation, an operation being an event) when so many processes wait, in a steady state: each
/// event wakes one and has it wait again. The baseline does the same with the queue of the class library and no processes.
/// </summary>
[MemoryDiagnoser]
public class Waits
{
    private const int EventsPerInvoke = 200_000;
    private const long TicksPerWait = 1_000_000;

    private Simulation _simulation = null!;
    private PriorityQueue<int, (long Moment, long Sequence)> _queue = null!;
    private RandomStream _lengths = null!;
    private long _sequence;

    /// <summary>How many processes wait.</summary>
    [Params(1_000, 100_000, 1_000_000)]
    public int Pending { get; set; }

    [GlobalSetup(Target = nameof(ProcessWaits))]
    public void StartProcesses()
    {
        _simulation = new Simulation(new Streams(seed: 1, trial: 0));
        _lengths = _simulation.Streams.Get("benchmark", "length");
        for (int i = 0; i < Pending; i++) _simulation.Forever.Start(WaitForEver(_simulation.Forever));
        _simulation.RunToEvent(3L * Pending);
    }

    [GlobalSetup(Target = nameof(PriorityQueueOfTheClassLibrary))]
    public void FillQueue()
    {
        _lengths = new Streams(seed: 1, trial: 0).Get("benchmark", "length");
        _queue = new PriorityQueue<int, (long, long)>(Pending + 1);
        for (int i = 0; i < Pending; i++) _queue.Enqueue(i, (_lengths.NextInt64(TicksPerWait), _sequence++));
    }

    [Benchmark(OperationsPerInvoke = EventsPerInvoke)]
    public void ProcessWaits() => _simulation.RunToEvent(_simulation.Events + EventsPerInvoke);

    [Benchmark(OperationsPerInvoke = EventsPerInvoke, Baseline = true)]
    public long PriorityQueueOfTheClassLibrary()
    {
        long now = 0;
        for (int i = 0; i < EventsPerInvoke; i++)
        {
            _queue.TryDequeue(out int process, out (long Moment, long Sequence) at);
            now = at.Moment;
            _queue.Enqueue(process, (now + _lengths.NextInt64(TicksPerWait), _sequence++));
        }
        return now;
    }

    private async Process WaitForEver(Lifetime life)
    {
        while (true) await life.Wait(new TimeSpan(_lengths.NextInt64(TicksPerWait)));
    }
}
