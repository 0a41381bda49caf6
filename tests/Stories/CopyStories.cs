using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>What each way of replicating loses with each way of stopping.</summary>
[Parallelizable(ParallelScope.All)]
public class CopyStories
{
    private static Copies Pair(string mode, string more = "") => new Copies().With(Copies.Failover).Spare($"zone: home.b, replication: {mode}{more}");

    [Test]
    public void An_asynchronous_standby_lacks_what_was_on_its_way()
    {
        FailedOver fact = Pair("async").Suffers("crash", "home.a", "lasts: 6h").Run().Only<FailedOver>();
        Assert.That(fact.LostBytes, Is.EqualTo(1000).Within(1), "1 MB/s for the way's 1 ms");
        Assert.That(fact.LossWindow.TotalMilliseconds, Is.EqualTo(1).Within(0.001));
    }

    [TestCase("semi-sync")]
    [TestCase("remote write")]
    [TestCase("flush")]
    [TestCase("remote apply")]
    public void A_standby_that_commits_wait_for_lacks_nothing(string mode)
    {
        Copies story = Pair(mode).Suffers("destruction", "shard.primary").Run();
        Assert.That((story.Only<FailedOver>().LostBytes, story.Only<FailedOver>().LossWindow), Is.EqualTo((0.0, TimeSpan.Zero)));
        Assert.That(story.After(story.Only<DatabaseUp>()), Is.InRange(7, mode == "semi-sync" ? 18 : 8), "three probes of a second, five of promotion; and ten until a semi-synchronous one goes on alone");
        Assert.That(story.Only<LedgerClosed>().Lost, Is.Zero);
    }

    [TestCase("remote write", "machine", 200)]
    [TestCase("semi-sync", "machine", 200)]
    [TestCase("remote write", "process", 0)]
    [TestCase("flush", "machine", 0)]
    [TestCase("remote apply", "machine", 0)]
    public void What_a_standby_only_received_goes_with_its_machine(string mode, string scope, double most)
    {
        Copies story = Pair(mode).Suffers("crash", "shard.spare", $"scope: {scope}, lasts: 1s").Suffers("destruction", "shard.primary").Run();
        FailedOver fact = story.Only<FailedOver>();
        Assert.That(fact.LossWindow.TotalMilliseconds, most == 0 ? Is.Zero : Is.InRange(0.0001, most));
        Assert.That(story.Only<LedgerClosed>().Lost, Is.EqualTo(fact.LostBytes));
    }

    [TestCase("each commit", "machine", 0)]
    [TestCase("os cache every 1s", "process", 0)]
    [TestCase("os cache every 1s", "machine", 1000)]
    [TestCase("memory every 200ms", "process", 600)]
    [TestCase("memory every 200ms", "machine", 600)]
    public void A_relaxed_flush_loses_up_to_its_round_when_the_primary_starts_again(string flush, string scope, double most)
    {
        Copies story = new Copies().With($"flush: {flush}").Suffers("crash", "shard.primary", $"scope: {scope}, lasts: 10m").Run();
        if (most == 0) Assert.That(story.All<DatabaseRestarted>(), Is.Empty);
        else Assert.That(story.Only<DatabaseRestarted>().LossWindow.TotalMilliseconds, Is.InRange(0.0001, most));
        Assert.That(story.After(story.Only<DatabaseUp>()), Is.EqualTo(600).Within(0.1));
    }

    [Test]
    public void A_semi_synchronous_primary_waits_out_the_timeout_and_then_goes_on_alone()
    {
        Copies story = Pair("semi-sync").Suffers("crash", "shard.spare", "lasts: 10m").Suffers("destruction", "shard.primary", at: "1h 5m").Run();
        Assert.That(story.After(story.Only<Degraded>()), Is.EqualTo(10).Within(0.001));
        Assert.That(story.All<DatabaseUp>()[0].How, Is.EqualTo("it goes on without its standby"));
        Assert.That(story.Only<FailoverRefused>().Why, Is.EqualTo("no standby is left that could take over"));
        FailedOver fact = story.Only<FailedOver>();
        Assert.That(fact.LostBytes, Is.EqualTo(290e6).Within(0.3e6), "what was acknowledged from 10 s to 5 min");
    }

    [Test]
    public void Once_the_standby_has_everything_commits_wait_for_it_again()
    {
        Copies story = Pair("semi-sync").Suffers("crash", "shard.spare", "lasts: 10m").Suffers("destruction", "shard.primary", at: "2h").Run();
        Assert.That(story.After(story.All<SyncResumed>()[0]), Is.EqualTo(600).Within(1));
        Assert.That(story.Only<FailedOver>().LostBytes, Is.Zero);
    }

    [Test]
    public void A_primary_that_waits_takes_no_writes_without_its_standby()
    {
        Copies story = Pair("flush", ", on loss of sync: wait").Suffers("crash", "shard.spare", "lasts: 10m").Run();
        Assert.That(story.After(story.Only<DatabaseDown>()), Is.Zero);
        Assert.That(story.After(story.Only<DatabaseUp>()), Is.EqualTo(600).Within(0.1));
        Assert.That(story.Only<LedgerClosed>().Acknowledged, Is.EqualTo(86_400e6 - 600e6).Within(1e6));
    }

    [Test]
    public void One_answer_of_two_is_enough_and_its_standby_has_everything()
    {
        Copies story = new Copies().With(Copies.Failover).With("acknowledge: any 1")
            .Spare("zone: home.b, replication: flush, on loss of sync: wait", "near").Spare("zone: far.x, replication: flush, on loss of sync: wait", "distant")
            .Suffers("crash", "home.b", "lasts: 1h").Suffers("destruction", "shard.primary", at: "1h 10m").Run();
        Assert.That(story.Only<DatabaseDown>().At.SinceStart.TotalMinutes, Is.EqualTo(70), "the first loss stops nobody");
        Assert.That((story.Only<FailedOver>().LostBytes, story.Only<FailedOver>().To), Is.EqualTo((0.0, "far.x")));
    }

    [Test]
    public void Of_two_that_need_not_both_answer_the_nearer_takes_over_without_loss()
    {
        Copies story = new Copies().With(Copies.Failover).With("acknowledge: any 1").Spare("zone: far.x, replication: flush", "distant").Spare("zone: home.b, replication: flush", "near")
            .Suffers("destruction", "shard.primary").Run();
        Assert.That((story.Only<FailedOver>().LostBytes, story.Only<FailedOver>().To), Is.EqualTo((0.0, "home.b")));
    }

    [Test]
    public void A_preferred_standby_takes_over_even_where_it_has_less()
    {
        Copies story = new Copies().With("failover: { probe: 1s, misses: 3, timeout: 0s, promote: 5s, switch: 0s, prefers: [distant] }")
            .Spare("zone: home.b, replication: async", "near").Spare("zone: far.x, replication: async", "distant").Suffers("destruction", "shard.primary").Run();
        Assert.That(story.Only<FailedOver>().LostBytes, Is.EqualTo(40_000).Within(1));
        Assert.That(story.Only<LedgerClosed>().Stranded, Is.EqualTo(39_000).Within(1), "the nearer one has them, and is made anew");
        Assert.That(story.All<RebuildBegan>().Select(fact => fact.Follower), Does.Contain("near"));
    }

    [Test]
    public void Commits_are_held_back_to_what_the_standby_applies()
    {
        Copies story = Pair("remote apply", ", apply: 2 MB/s").Suffers("load", "shard", "factor: 5, lasts: 10m").Suffers("destruction", "shard.primary", at: "1h 5m").Run();
        Assert.That(story.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(story.All<WritesHeldBack>()[0].Bytes, Is.EqualTo(3e6 * 300).Within(1e6));
    }

    [Test]
    public void A_cascade_waits_with_its_source()
    {
        Copies story = new Copies().Spare("zone: home.b, replication: async", "middle").Spare("zone: home.c, replication: async, follows: middle", "leaf")
            .Suffers("crash", "shard.middle", "lasts: 10m").Run();
        Assert.That(story.All<FellBehind>().Select(fact => fact.Follower), Is.EquivalentTo(new[] { "middle", "leaf" }));
        Assert.That(story.All<CaughtUp>().Select(story.After), Is.All.EqualTo(600).Within(5));
        Assert.That(story.All<DatabaseDown>(), Is.Empty);
    }

    [Test]
    public void A_standby_of_a_standby_keeps_what_it_has_when_both_before_it_are_destroyed()
    {
        Copies story = new Copies().With(Copies.Failover).Spare("zone: home.b, replication: async", "near").Spare("zone: home.c, replication: async, follows: near", "below")
            .Suffers("destruction", "home.b").Suffers("destruction", "home.a").Run();
        Assert.That(story.Only<FailedOver>().LostBytes, Is.EqualTo(2000).Within(5), "a millisecond of each way");
        Assert.That(story.All<DatabaseLost>(), Is.Empty);
    }

    [Test]
    public void A_delayed_standby_that_was_built_anew_waits_out_its_delay_without_a_step_on_the_way()
    {
        Copies story = new Copies { Writes = "2 MB/s" }.With(Copies.Failover).Spare("zone: home.b, replication: flush", "near")
            .Spare("zone: home.c, replication: async, apply: 1.5 MB/s, apply delay: 8h", "late").Suffers("destruction", "shard.primary", at: "10h").Suffers("destruction", "shard.late", at: "12h").Run();
        Assert.That(story.All<RebuildEnded>(), Has.Count.EqualTo(2));
        Assert.That(story.All<LagChanged>(), Has.Count.LessThan(200));
    }
}
