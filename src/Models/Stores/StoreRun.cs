using Simulator.Kernel;
using Simulator.Kernel.Capacities;

namespace Simulator.Models.Stores;

/// <summary>One store in one trial: who reads from it shares its bandwidth; what destroys it destroys what it holds.</summary>
public sealed class StoreRun(World world, string name, Store store)
{
    /// <summary>Its name in the scenario.</summary>
    public string Name => name;

    /// <summary>Its record.</summary>
    public Store Store => store;

    /// <summary>What all its readers share.</summary>
    public Capacity Reading { get; } = new(world.Simulation, name, store.Read.BytesPerSecond);

    /// <summary>Since when everything that was in it is gone; never if it is not.</summary>
    public Instant DestroyedAt { get; private set; } = Instant.Never;

    /// <summary>What slows it down at present; its readers share so many times less.</summary>
    private Places.Slowdowns Slowdowns { get; } = new();

    /// <summary>Slows it down from now on.</summary>
    public void Slow(Places.Slowdown slowdown)
    {
        Slowdowns.Begin(slowdown);
        Reading.Change(store.Read.BytesPerSecond / Slowdowns.Bandwidth);
    }

    /// <summary>One slowdown ends.</summary>
    public void Quicken(Places.Slowdown slowdown)
    {
        Slowdowns.End(slowdown);
        Reading.Change(store.Read.BytesPerSecond / Slowdowns.Bandwidth);
    }

    /// <summary>Whether it answers now.</summary>
    public Condition Reachable { get; } = new(initially: true);

    /// <summary>Destroys everything in it, now.</summary>
    public void Destroy() => DestroyedAt = Instant.Earlier(DestroyedAt, world.Now);
}
