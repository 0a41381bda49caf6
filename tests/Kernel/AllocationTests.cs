using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

/// <summary>A wait allocates nothing, after what is pooled has been made.</summary>
[Parallelizable(ParallelScope.All)]
public class AllocationTests
{
    // The runtime compiles hot methods anew while they run, and what it allocates for that counts for whoever runs them: once. A wait that allocates
    // would do so in every stretch, so the leanest of five tells.
    private static void AssertNothingAllocated(Simulation simulation)
    {
        simulation.Run(At(500));
        long events = simulation.Events;
        long[] allocated = [.. Enumerable.Range(1, 5).Select(stretch => AllocatedUntil(simulation, At(500 + (1000 * stretch))))];
        Assert.Multiple(() =>
        {
            Assert.That(allocated.Min(), Is.Zero, string.Join(", ", allocated));
            Assert.That(simulation.Events - events, Is.GreaterThan(10_000));
        });
    }

    private static long AllocatedUntil(Simulation simulation, Instant moment)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Run(moment);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Simulation Forever(int count, Func<Lifetime, Func<Process>> prepare)
    {
        Simulation simulation = New();
        Func<Process> process = prepare(simulation.Forever);
        for (int i = 0; i < count; i++) simulation.Forever.Start(process());
        return simulation;
    }

    [Test]
    public void Waits_for_time() => AssertNothingAllocated(Forever(10, life =>
    {
        async Process Tick()
        {
            while (true) await life.Wait(Seconds(1));
        }
        return Tick;
    }));

    [Test]
    public void Waits_of_random_length() => AssertNothingAllocated(Forever(10, life =>
    {
        RandomStream stream = life.Simulation.Streams.Get("test", "wait");
        var delay = new ExponentialDelay(Seconds(1));
        async Process Tick()
        {
            while (true) await life.Wait(delay, stream);
        }
        return Tick;
    }));

    [Test]
    public void Waits_for_conditions_with_and_without_timeout() => AssertNothingAllocated(Forever(10, life =>
    {
        var even = new Condition();
        var odd = new Condition();
        async Process Toggle()
        {
            while (true)
            {
                await life.Wait(Seconds(1));
                even.Set(!even.IsTrue);
                odd.Set(!even.IsTrue);
            }
        }
        async Process Follow()
        {
            while (true)
            {
                await life.Until(even);
                await life.Until(odd, Seconds(3));
                await life.Until(even, Seconds(0.5));
            }
        }
        life.Start(Toggle());
        return Follow;
    }));

    [Test]
    public void Use_of_a_crew() => AssertNothingAllocated(Forever(10, life =>
    {
        var crew = new Crew(life.Simulation, "crew", 3, CrewOrder.ByRank);
        async Process Work()
        {
            for (int i = 0; ; i++)
            {
                using Hands hands = await life.Use(crew, 1 + (i % 2), rank: i % 3);
                await life.Wait(Seconds(0.5));
            }
        }
        return Work;
    }));

    [Test]
    public void Transfers() => AssertNothingAllocated(Forever(10, life =>
    {
        var disk = new Capacity(life.Simulation, "disk", 100);
        var link = new Capacity(life.Simulation, "link", 70);
        async Process Copy()
        {
            while (true)
            {
                await life.Move(20, [disk, link], cap: 25);
                await life.Move(10, disk, weight: 2);
            }
        }
        return Copy;
    }));

    /// <summary>Rates that come back to what they were; only the history of a current grows, by one entry a change.</summary>
    [Test]
    public void Currents_beside_transfers() => AssertNothingAllocated(Forever(10, life =>
    {
        var link = new Capacity(life.Simulation, "link", 100);
        var current = new Current(life.Simulation, [link], 5);
        async Process Look()
        {
            while (true) await life.UntilChange(current, life.Now + Seconds(0.5));
        }
        async Process Copy()
        {
            while (true) await life.Move(20, [link]);
        }
        life.Start(Look());
        return Copy;
    }));
}
