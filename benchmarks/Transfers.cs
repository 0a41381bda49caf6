using BenchmarkDotNet.Attributes;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;

namespace Simulator.Benchmarks;

/// <summary>What one transfer costs when 10,000 are under way over hundreds of capacities, in connected parts of this size.</summary>
[MemoryDiagnoser]
public class Transfers
{
    private const int EventsPerInvoke = 2_000;
    private const int Concurrent = 10_000;
    private const int CapacitiesPerPart = 8;

    private Simulation _simulation = null!;

    /// <summary>How many transfers are connected with each other.</summary>
    [Params(20, 200, 10_000)]
    public int PartSize { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _simulation = new Simulation(new Streams(seed: 1, trial: 0));
        for (int part = 0; part < Concurrent / PartSize; part++)
        {
            Capacity[] capacities = [.. Enumerable.Range(0, CapacitiesPerPart).Select(_ => new Capacity(_simulation, "disk", 1e8))];
            RandomStream stream = _simulation.Streams.Get($"part {part}", "bytes");
            for (int i = 0; i < PartSize; i++) _simulation.Forever.Start(CopyForEver(_simulation.Forever, capacities, stream));
        }
        _simulation.RunToEvent(Concurrent + EventsPerInvoke);
    }

    [Benchmark(OperationsPerInvoke = EventsPerInvoke)]
    public void FairShares() => _simulation.RunToEvent(_simulation.Events + EventsPerInvoke);

    private static async Process CopyForEver(Lifetime life, Capacity[] capacities, RandomStream stream)
    {
        while (true)
        {
            Capacity from = capacities[stream.Next(CapacitiesPerPart)];
            Capacity to = capacities[stream.Next(CapacitiesPerPart)];
            await life.Move(1e9 * stream.NextUniform(), [from, to]);
        }
    }
}
