using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Facts;

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

    /// <summary>What everything shares that is written to it; null where that never matters.</summary>
    public Capacity? Writing { get; } = store.Write is { } write ? new(world.Simulation, $"{name} (writing)", write.BytesPerSecond) : null;

    /// <summary>Its volumes; null where it is no block store of many.</summary>
    public Blocks.VolumesRun? Volumes { get; } = store.Volumes is { } volumes ? new(world, name, volumes) : null;

    /// <summary>Whether what is written to it may find less room than it wants.</summary>
    internal Places.Strain Strain { get; } = new();

    /// <summary>One more backup may want to write so much, bytes a second.</summary>
    internal void Plan(double pace)
    {
        Strain.Plan(pace);
        Judge();
    }

    private void Judge() => Strain.Set(store.Write is { } write && (Slowdowns.Bandwidth > 1 || Strain.Planned > write.BytesPerSecond * (1 + Places.FairShare.Hair)));

    private void Pace()
    {
        Reading.Change(store.Read.BytesPerSecond / Slowdowns.Bandwidth);
        if (store.Write is { } write) Writing!.Change(write.BytesPerSecond / Slowdowns.Bandwidth);
        Judge();
    }

    /// <summary>The account that owns it; its own name where none is stated.</summary>
    public string Account => store.Account.Length > 0 ? store.Account : name;

    /// <summary>Itself, and the store that its second copies go to.</summary>
    internal IReadOnlyList<StoreRun> WithReplica => store.Replica is { } replica ? [this, world.Store(replica.Store)] : [this];

    /// <summary>Since when everything that was in it is gone; never if it is not.</summary>
    public Instant DestroyedAt { get; private set; } = Instant.Never;

    /// <summary>What slows it down at present; its readers and writers share so many times less.</summary>
    private Places.Slowdowns Slowdowns { get; } = new();

    /// <summary>Slows it down from now on.</summary>
    public void Slow(Places.Slowdown slowdown)
    {
        Slowdowns.Begin(slowdown);
        Pace();
    }

    /// <summary>One slowdown ends.</summary>
    public void Quicken(Places.Slowdown slowdown)
    {
        Slowdowns.End(slowdown);
        Pace();
    }

    /// <summary>From when on nothing arrives in it: it was destroyed, or its account was deleted and what is locked in it only waits for its retention to end.</summary>
    public Instant ClosedAt { get; private set; } = Instant.Never;

    /// <summary>Destroys everything in it, now: no lock helps against fire.</summary>
    public void Destroy()
    {
        if (world.Now >= DestroyedAt) return;
        DestroyedAt = world.Now;
        ClosedAt = Instant.Earlier(ClosedAt, world.Now);
        world.Stores.Changed();
        world.Journal.Write(new StoreLost(world.Now, name, IsLocked: false));
    }

    /// <summary>Its account is deleted, now: everything in it goes, but what is immutable stays until its retention ends. Nothing arrives any more.</summary>
    public void Delete()
    {
        if (!store.Immutable)
        {
            Destroy();
            return;
        }
        if (world.Now >= ClosedAt) return;
        ClosedAt = world.Now;
        world.Stores.Changed();
        world.Journal.Write(new StoreLost(world.Now, name, IsLocked: true));
    }
}
