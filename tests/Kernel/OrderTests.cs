using NUnit.Framework;
using Simulator.Kernel;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class OrderTests
{
    [Test]
    public void Same_instant_runs_in_the_order_of_scheduling()
    {
        Simulation simulation = New();
        var order = new List<int>();
        async Process Visit(int number, double seconds)
        {
            await simulation.Forever.Wait(Seconds(seconds));
            order.Add(number);
        }
        for (int i = 0; i < 50; i++) simulation.Forever.Start(Visit(i, seconds: 5));
        simulation.Forever.Start(Visit(50, seconds: 4));
        simulation.Run(At(5));
        Assert.That(order, Is.EqualTo(Enumerable.Range(0, 50).Prepend(50)));
    }

    [Test]
    public void Random_moments_come_out_in_order_and_cancelled_ones_not_at_all()
    {
        Simulation simulation = New();
        var random = new Random(42);
        var expected = new List<(long Ticks, int Number)>();
        var seen = new List<(long Ticks, int Number)>();
        async Process Visit(Lifetime life, int number, long ticks)
        {
            await life.WaitUntil(new Instant(ticks));
            seen.Add((simulation.Now.Ticks, number));
        }
        for (int i = 0; i < 5000; i++)
        {
            long ticks = random.Next(10, 500);
            Lifetime life = simulation.Forever.Child();
            simulation.Forever.Start(Visit(life, i, ticks));
            if (random.Next(4) > 0) simulation.Forever.Start(EndAt(life, random.Next(1, 9)));
            else expected.Add((ticks, i));
        }
        simulation.Run(At(1));
        Assert.That(seen, Is.EqualTo(expected.OrderBy(e => e.Ticks).ThenBy(e => e.Number)));

        async Process EndAt(Lifetime life, long ticks)
        {
            await simulation.Forever.WaitUntil(new Instant(ticks));
            life.End();
        }
    }

    [Test]
    public void Run_executes_what_is_due_at_its_end_and_no_more()
    {
        Simulation simulation = New();
        var seen = new List<Instant>();
        async Process Tick()
        {
            while (true)
            {
                await simulation.Forever.Wait(Seconds(1));
                seen.Add(simulation.Now);
            }
        }
        simulation.Forever.Start(Tick());
        simulation.Run(At(2));
        Assert.That(seen, Is.EqualTo(new[] { At(1), At(2) }));
        simulation.Run(At(2.5));
        Assert.Multiple(() =>
        {
            Assert.That(simulation.Now, Is.EqualTo(At(2.5)));
            Assert.That(seen, Has.Count.EqualTo(2));
            Assert.That(simulation.Events, Is.EqualTo(3));
        });
    }

    [Test]
    public void Called_process_runs_at_once_and_hands_back_in_the_same_event()
    {
        var order = new List<string>();
        Simulation simulation = Run(Outer);
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(", ", order), Is.EqualTo("call, inner, after a second, back"));
            Assert.That(simulation.Events, Is.EqualTo(2));
        });

        async Process Outer(Lifetime life)
        {
            order.Add("call");
            await Inner(life);
            order.Add("back");
        }
        async Process Inner(Lifetime life)
        {
            order.Add("inner");
            await life.Wait(Seconds(1));
            order.Add("after a second");
        }
    }

    [Test]
    public void A_million_calls_that_end_at_once_do_not_grow_the_stack()
    {
        int calls = 0;
        Run(Outer);
        Assert.That(calls, Is.EqualTo(1_000_000));

        async Process Outer(Lifetime life)
        {
            for (int i = 0; i < 1_000_000; i++) await Inner(life);
        }
        async Process Inner(Lifetime life)
        {
            await life.WaitUntil(Instant.Start);
            calls++;
        }
    }

    [Test]
    public void Wait_for_a_running_process_ends_with_it()
    {
        Instant ended = default;
        Run(Outer);
        Assert.That(ended, Is.EqualTo(At(3)));

        async Process Outer(Lifetime life)
        {
            Process inner = Inner(life);
            life.Start(inner);
            await life.Wait(Seconds(1));
            await inner;
            await life.Until(inner.Ended);
            ended = life.Now;
        }
        async Process Inner(Lifetime life) => await life.Wait(Seconds(3));
    }
}
