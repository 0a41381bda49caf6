using Simulator.Benchmarks;
using Simulator.Models;
using Simulator.Models.Facts;

namespace Simulator.Tests.Theory;

/// <summary>
/// What a simulated year costs, in events: not what is written in it, only what happens in it. The year is the one
/// that is benchmarked.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class EventBudget
{
    [Test]
    public void A_year_of_one_database_costs_few_events_and_as_many_at_a_million_writes_a_second_as_at_one()
    {
        TrialRecord slow = Year.Of(1).Run(0), fast = Year.Of(1_000_000).Run(0);
        TestContext.Out.WriteLine($"{slow.Events} events at 1 write/s, {fast.Events} at 1,000,000; {slow.Facts.Count} and {fast.Facts.Count} facts");
        Assert.Multiple(() =>
        {
            Assert.That(slow.Facts.OfType<FailedOver>().Count(), Is.EqualTo(20));
            Assert.That(slow.Facts.OfType<FailedBack>().Count(), Is.EqualTo(20));
            Assert.That(slow.Facts.OfType<RebuildEnded>().Count(), Is.GreaterThanOrEqualTo(20), "the old primary has writes that the new one lacks");
            Assert.That(slow.Events, Is.LessThanOrEqualTo(20_000));
            Assert.That(fast.Events, Is.EqualTo(slow.Events));
        });
    }
}
