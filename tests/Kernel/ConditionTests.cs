using NUnit.Framework;
using Simulator.Kernel;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class ConditionTests
{
    [Test]
    public void True_condition_does_not_wait_and_false_one_wakes_all_in_order()
    {
        Simulation simulation = New();
        var condition = new Condition();
        var order = new List<int>();
        for (int i = 0; i < 5; i++) simulation.Forever.Start(Wait(i));
        simulation.Run(At(1));
        condition.Set(true);
        Assert.That(order, Is.Empty, "waking goes through the calendar");
        simulation.Forever.Start(Wait(5));
        simulation.Run(At(1));
        Assert.That(order, Is.EqualTo(Enumerable.Range(0, 6)));

        async Process Wait(int number)
        {
            await simulation.Forever.Until(condition);
            order.Add(number);
        }
    }

    [Test]
    public void Level_that_fell_before_the_waking_waits_on()
    {
        Simulation simulation = New();
        var condition = new Condition();
        Instant woken = default;
        simulation.Forever.Start(Wait());
        simulation.Run(At(1));
        condition.Set(true);
        condition.Set(false);
        simulation.Run(At(2));
        Assert.That(woken, Is.EqualTo(default(Instant)));
        condition.Set(true);
        simulation.Run(At(3));
        Assert.That(woken, Is.EqualTo(At(2)));

        async Process Wait()
        {
            await simulation.Forever.Until(condition);
            Assert.That(condition.IsTrue, Is.True);
            woken = simulation.Now;
        }
    }

    [TestCase(3, 10, true, 3)]
    [TestCase(10, 3, false, 3)]
    [TestCase(5, 0, false, 0)]
    public void Timeout_or_condition_whichever_comes_first(double setAt, double timeout, bool expected, double at)
    {
        Simulation simulation = New();
        var condition = new Condition();
        (bool Result, Instant At)? outcome = null;
        simulation.Forever.Start(Wait());
        simulation.Forever.Start(Set());
        simulation.Run(At(20));
        Assert.That(outcome, Is.EqualTo((expected, At(at))));

        async Process Wait() => outcome = (await simulation.Forever.Until(condition, Seconds(timeout)), simulation.Now);
        async Process Set()
        {
            await simulation.Forever.Wait(Seconds(setAt));
            condition.Set(true);
        }
    }

    [Test]
    public void Timeout_still_holds_after_a_wake_up_in_vain()
    {
        Simulation simulation = New();
        var condition = new Condition();
        (bool Result, Instant At)? outcome = null;
        simulation.Forever.Start(Wait());
        simulation.Run(At(1));
        condition.Set(true);
        condition.Set(false);
        simulation.Run(At(20));
        Assert.That(outcome, Is.EqualTo((false, At(10))));

        async Process Wait() => outcome = (await simulation.Forever.Until(condition, Seconds(10)), simulation.Now);
    }
}
