using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class CurrentTests
{
    private readonly record struct Seen(double At, double Rate);

    private static List<Seen> Watch(Simulation simulation, Current current, Lifetime? life = null)
    {
        List<Seen> seen = [];
        simulation.Forever.Start(Look());
        return seen;

        async Process Look()
        {
            while (!current.IsClosed)
            {
                await (life ?? simulation.Forever).UntilChange(current, Instant.Never);
                seen.Add(new Seen(simulation.Now.SinceStart.TotalSeconds, current.Rate));
            }
        }
    }

    private static void Later(Simulation simulation, double seconds, Action action)
    {
        simulation.Forever.Start(Act());

        async Process Act()
        {
            await simulation.Forever.WaitUntil(At(seconds));
            action();
        }
    }

    [Test]
    public void A_transfer_beside_a_current_speeds_up_when_the_currents_cap_falls()
    {
        Simulation simulation = New();
        var link = new Capacity(simulation, "link", 100);
        var current = new Current(simulation, [link], double.PositiveInfinity);
        double ended = 0;
        simulation.Forever.Start(Copy());
        List<Seen> seen = Watch(simulation, current);
        Later(simulation, 10, () => current.SetCap(10));
        Later(simulation, 15, current.Close);
        simulation.Run(At(100));

        Assert.Multiple(() =>
        {
            Assert.That(ended, Is.EqualTo(15.5), "500 by 10 s, 450 by 15 s, the last 50 at 100 a second");
            Assert.That(seen, Is.EqualTo(new[] { new Seen(0, 50), new Seen(10, 10), new Seen(15, 0) }));
            Assert.That(current.Passed.At(At(100)), Is.EqualTo(550));
            Assert.That(current.Passed.At(At(12)), Is.EqualTo(520));
            Assert.That(link.Transfers, Is.Zero);
        });

        async Process Copy()
        {
            await simulation.Forever.Move(1000, link);
            ended = simulation.Now.SinceStart.TotalSeconds;
        }
    }

    [Test]
    public void A_current_that_wants_nothing_takes_nothing_and_can_go_on()
    {
        Simulation simulation = New();
        var link = new Capacity(simulation, "link", 100);
        var still = new Current(simulation, [link], 0);
        var other = new Current(simulation, [link], double.PositiveInfinity);
        Later(simulation, 5, () => still.SetCap(double.PositiveInfinity));
        simulation.Run(At(10));
        Assert.That((still.Passed.At(At(10)), other.Passed.At(At(10))), Is.EqualTo((250.0, 750.0)));
    }

    [Test]
    public void Without_a_capacity_the_cap_is_the_rate()
    {
        Simulation simulation = New();
        var current = new Current(simulation, [], 10);
        List<Seen> seen = Watch(simulation, current);
        Later(simulation, 5, () => current.SetCap(20));
        simulation.Run(At(10));
        Assert.That(current.Passed.At(At(10)), Is.EqualTo(150));
        Assert.That(seen, Is.EqualTo(new[] { new Seen(0, 10), new Seen(5, 20) }));
    }

    [Test]
    public void Who_looks_late_still_learns_of_the_change_and_who_sees_none_goes_on_at_the_moment()
    {
        Simulation simulation = New();
        var link = new Capacity(simulation, "link", 100);
        var current = new Current(simulation, [link], double.PositiveInfinity);
        List<(double, bool)> looks = [];
        simulation.Forever.Start(Look());
        Later(simulation, 2, () => link.Change(50));
        simulation.Run(At(100));
        Assert.That(looks, Is.EqualTo(new[] { (0.0, true), (3.0, true), (7.0, false), (7.0, false) }), "the change at 2 s is seen at 3 s, without a wait");

        async Process Look()
        {
            await Note(Instant.Never);
            await simulation.Forever.WaitUntil(At(3));
            await Note(Instant.Never);
            await Note(At(7));
            await Note(At(7));
        }
        async Process Note(Instant atMost)
        {
            bool changed = await simulation.Forever.UntilChange(current, atMost);
            looks.Add((simulation.Now.SinceStart.TotalSeconds, changed));
        }
    }

    [Test]
    public void An_ended_lifetime_cuts_the_wait_short()
    {
        Simulation simulation = New();
        Lifetime attempt = simulation.Forever.Child();
        var link = new Capacity(simulation, "link", 100);
        var current = new Current(simulation, [link], 0);
        bool cleaned = false;
        attempt.Start(Look());
        Later(simulation, 5, attempt.End);
        simulation.Run(At(10));
        Assert.That((cleaned, current.IsClosed, link.Transfers), Is.EqualTo((true, true, 0)));

        async Process Look()
        {
            try
            {
                await attempt.UntilChange(current, Instant.Never);
            }
            finally
            {
                current.Close();
                cleaned = true;
            }
        }
    }

    [Test]
    public void Misuse_is_refused()
    {
        Simulation simulation = New();
        var link = new Capacity(simulation, "link", 100);
        var current = new Current(simulation, [link], 1);
        Watch(simulation, current);
        simulation.Run(At(1));
        Assert.Multiple(() =>
        {
            Assert.That(() => new Current(simulation, [link], -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new Current(simulation, [link], 1, weight: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new Current(simulation, [], double.PositiveInfinity), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new Current(New(), [link], 1), Throws.ArgumentException);
            Assert.That(() => current.SetCap(double.NaN), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => _ = simulation.Forever.UntilChange(current, Instant.Never), Throws.InvalidOperationException, "somebody already waits");
            Assert.That(() => _ = New().Forever.UntilChange(current, Instant.Never), Throws.ArgumentException);
        });
        current.Close();
        current.Close();
        Assert.Multiple(() =>
        {
            Assert.That(() => current.SetCap(2), Throws.InvalidOperationException);
            Assert.That(() => _ = simulation.Forever.UntilChange(current, Instant.Never), Throws.InvalidOperationException);
        });
    }
}
