using Simulator.Experiments.Measures;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What measures make of deletions, from journals that are written by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MeasuresOfTenants
{
    private const double Hour = 3600;

    /// <summary>Site 1 is back and declared whole, site 2 is back, site 3 is hopeless, site 4 was never settled.</summary>
    private static readonly Outcome s_four = Outcome(100,
        Deleted(1, 1, users: 10), Deleted(2, 2, users: 20, database: 7), Deleted(3, 3, users: 30), Deleted(4, 4, users: 40),
        Ready(5, "slow"), Settled(6, 1, deleted: 1, lossSeconds: 240, writes: 12, bytes: 1200), Settled(6, 2, 2, 0), Hopeless(7, 3),
        Served(11, 1), Served(22, 2), Accepted(31, 1));

    [TestCase("loss of site = 0s", new[] { 240, 0, double.PositiveInfinity, 0 }, new[] { 240, 0, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("lost writes of site = 0 writes", new[] { 12, 0, double.PositiveInfinity, 0 }, new[] { 12, 0, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("lost data of site = 0 B", new[] { 1200, 0, double.PositiveInfinity, 0 }, new[] { 1200, 0, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("downtime of site = 0s", new[] { 10 * Hour, 20 * Hour, 97 * Hour, 96 * Hour }, new[] { 10 * Hour, 20 * Hour, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("acceptance of site = 0s", new[] { 30 * Hour, 98 * Hour, 97 * Hour, 96 * Hour }, new[] { 30 * Hour, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("restored of site >= 0%", new[] { 0.5 }, new[] { 0.5 })]
    [TestCase("restored of site users >= 0%", new[] { 0.3 }, new[] { 0.3 })]
    [TestCase("accepted of site >= 0%", new[] { 0.25 }, new[] { 0.25 })]
    [TestCase("accepted of site users >= 0%", new[] { 0.1 }, new[] { 0.1 })]
    [TestCase("time to first >= 0s", new[] { 10 * Hour }, new[] { 10 * Hour })]
    [TestCase("time to last >= 0s", new[] { 99 * Hour }, new[] { double.PositiveInfinity })]
    [TestCase("blast radius >= 0", new[] { 4.0 }, new[] { 4.0 })]
    [TestCase("blast radius of site >= 0", new[] { 4.0 }, new[] { 4.0 })]
    [TestCase("blast radius of shard >= 0", new[] { 2.0 }, new[] { 2.0 })]
    public void What_had_not_ended_is_known_only_to_take_longer(string sentence, double[] atLeast, double[] atMost)
    {
        var expectation = Expect(sentence);
        Members members = expectation.Measure.Of(s_four, expectation.Subject);
        Assert.That(members.AtLeast, Is.EqualTo(atLeast));
        Assert.That(members.AtMost, Is.EqualTo(atMost));
    }

    [Test]
    public void A_tenant_that_is_back_without_a_restore_point_lost_nothing()
    {
        var expectation = Expect("loss of site = 0s");
        Assert.That(expectation.Measure.Of(Outcome(10, Deleted(1, 1), Served(2, 1)), expectation.Subject).AtMost, Is.EqualTo(new[] { 0.0 }));
    }

    [Test]
    public void The_last_settlement_counts()
    {
        Outcome outcome = Outcome(10, Deleted(1, 1), Settled(2, 1, 1, 600), Settled(3, 1, 1, 60), Served(4, 1));
        Assert.That(outcome.Tenants.Single().Loss!.Value.Seconds, Is.EqualTo(60));
    }

    [Test]
    public void A_tenant_deleted_twice_counts_once_while_it_is_gone_and_again_once_it_was_back()
    {
        Assert.That(Outcome(10, Deleted(1, 1), Deleted(2, 1), Served(3, 1)).Tenants, Has.Count.EqualTo(1));
        Assert.That(Outcome(10, Deleted(1, 1), Served(3, 1), Deleted(4, 1)).Tenants, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_journal_that_contradicts_itself_is_refused()
    {
        Assert.That(() => Outcome(10, Served(3, 1)), Throws.InvalidOperationException.With.Message.Contains("never deleted"));
        Assert.That(() => Outcome(10, Deleted(1, 1), Served(3, 1), Served(4, 1)), Throws.InvalidOperationException.With.Message.Contains("back already"));
    }

    [TestCase(0.25, 10 * Hour)]
    [TestCase(0.26, 21 * Hour)]
    [TestCase(0.50, 21 * Hour)]
    public void A_share_is_reached_when_enough_are_back(double share, double seconds) =>
        Assert.That(TenantShares().FirstReached(share), Is.EqualTo(Observed.Exactly(seconds)));

    [Test]
    public void A_share_that_was_not_reached_is_reached_after_the_run() =>
        Assert.That(TenantShares().FirstReached(0.51), Is.EqualTo(Observed.MoreThan(99 * Hour)));

    [Test]
    public void Where_nothing_was_deleted_everything_is_there()
    {
        var expectation = Expect("restored of site reaches 100% by 1s");
        Assert.That(expectation.Measure.OverTime!(Outcome(10), expectation.Subject).FirstReached(1), Is.EqualTo(Observed.Exactly(0)));
    }

    private static Steps TenantShares()
    {
        var expectation = Expect("restored of site >= 0%");
        return expectation.Measure.OverTime!(s_four, expectation.Subject);
    }
}
