using NUnit.Framework;
using Simulator.Kernel;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class LifetimeTests
{
    [Test]
    public void End_throws_from_every_wait_in_the_order_of_waiting_and_runs_finally()
    {
        Simulation simulation = New();
        Lifetime parent = simulation.Forever.Child();
        Lifetime child = parent.Child();
        var never = new Condition();
        var log = new List<string>();
        async Process Live(string name, Lifetime life, bool byTime)
        {
            try
            {
                if (byTime) await life.Wait(Seconds(100));
                else await life.Until(never);
                log.Add($"{name} survived");
            }
            finally
            {
                log.Add($"{name} at {simulation.Now.SinceStart.TotalSeconds}");
            }
        }
        simulation.Forever.Start(Live("a", child, byTime: true));
        simulation.Forever.Start(Live("b", parent, byTime: false));
        simulation.Forever.Start(Live("c", child, byTime: false));
        simulation.Forever.Start(Live("other", simulation.Forever, byTime: true));
        simulation.Run(At(5));
        parent.End();
        Assert.That(log, Is.Empty, "the end comes through the calendar");
        simulation.Run(At(200));
        Assert.That(string.Join(", ", log), Is.EqualTo("a at 5, b at 5, c at 5, other survived, other at 100"));
    }

    [Test]
    public void Wait_through_an_ended_lifetime_throws_and_runs_finally()
    {
        var log = new List<string>();
        Run(Live);
        Assert.That(string.Join(", ", log), Is.EqualTo("finally, caught its own"));

        async Process Live(Lifetime life)
        {
            Lifetime attempt = life.Child();
            attempt.End();
            try
            {
                try
                {
                    await attempt.Wait(Seconds(1));
                }
                finally
                {
                    log.Add("finally");
                }
            }
            catch (LifetimeEndedException end) when (end.Lifetime == attempt)
            {
                log.Add("caught its own");
            }
        }
    }

    [Test]
    public void Process_that_was_not_yet_begun_never_begins()
    {
        Simulation simulation = New();
        bool hasBegun = false;
        Lifetime life = simulation.Forever.Child();
        Process process = Live();
        life.Start(process);
        life.End();
        simulation.Run(At(1));
        Assert.Multiple(() =>
        {
            Assert.That(hasBegun, Is.False);
            Assert.That(process.HasEnded, Is.True);
        });

        async Process Live()
        {
            hasBegun = true;
            await life.Wait(Seconds(1));
        }
    }

    [Test]
    public void Caller_gets_the_end_of_its_callee_thrown()
    {
        var log = new List<string>();
        Run(Outer);
        Assert.That(string.Join(", ", log), Is.EqualTo("called: ended, started: ended"));

        async Process Outer(Lifetime life)
        {
            Lifetime attempt = life.Child();
            life.Start(EndAfter(life, attempt, Seconds(2)));
            Process started = Inner(attempt);
            life.Start(started);
            try
            {
                await Inner(attempt);
            }
            catch (LifetimeEndedException)
            {
                log.Add("called: ended");
            }
            try
            {
                await started;
            }
            catch (LifetimeEndedException)
            {
                log.Add("started: ended");
            }
        }
        async Process Inner(Lifetime attempt) => await attempt.Wait(Seconds(5));
        async Process EndAfter(Lifetime life, Lifetime attempt, TimeSpan after)
        {
            await life.Wait(after);
            attempt.End();
        }
    }

    [Test]
    public void Ended_is_a_condition_for_others_and_children_end_with_their_parent()
    {
        Simulation simulation = New();
        Lifetime parent = simulation.Forever.Child();
        Lifetime first = parent.Child();
        Lifetime second = parent.Child();
        Instant noticed = default;
        simulation.Forever.Start(Watch());
        simulation.Run(At(1));
        first.End();
        first.End();
        simulation.Run(At(2));
        parent.End();
        simulation.Run(At(3));
        Assert.Multiple(() =>
        {
            Assert.That(noticed, Is.EqualTo(At(2)));
            Assert.That(second.HasEnded, Is.True);
            Assert.That(simulation.Forever.HasEnded, Is.False);
        });

        async Process Watch()
        {
            await simulation.Forever.Until(second.Ended);
            noticed = simulation.Now;
        }
    }
}
