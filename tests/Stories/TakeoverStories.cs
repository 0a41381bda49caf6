using Simulator.Models.Facts;
using Simulator.Reports.Series;

namespace Simulator.Tests.Stories;

/// <summary>Who takes over, who does not, what is stranded and what comes back.</summary>
[Parallelizable(ParallelScope.All)]
public class TakeoverStories
{
    private const string Nightly = "backups: { nightly: { kind: snapshot, every: 24h, to: bucket }, log: { kind: log, every: 5m, to: bucket } }";

    private static Copies Pair(string mode, string failover = "") => new Copies()
        .With($"failover: {{ probe: 1s, misses: 3, timeout: 0s, promote: 5s, switch: 0s{failover} }}").Spare($"zone: home.b, replication: {mode}");

    [Test]
    public void A_standby_that_lacks_something_is_refused_where_only_one_in_sync_may()
    {
        Copies story = Pair("async", ", in sync only: true").Suffers("crash", "home.a", "lasts: 1h").Run();
        Assert.That(story.Only<FailoverRefused>().Why, Is.EqualTo("no standby has every acknowledged write"));
        Assert.That(story.After(story.Only<DatabaseUp>()), Is.EqualTo(3600).Within(0.1));
        Assert.That(story.Only<LedgerClosed>().Lost, Is.Zero);
    }

    [Test]
    public void A_failover_that_fails_leaves_the_primary_to_come_back()
    {
        Copies story = Pair("flush", ", fails: 100%").Suffers("crash", "home.a", "lasts: 1h").Run();
        Assert.That(story.Only<FailoverRefused>().Why, Is.EqualTo("the failover fails"));
        Assert.That(story.All<FailedOver>(), Is.Empty);
    }

    [Test]
    public void People_decide_once_they_have_noticed()
    {
        Copies story = Pair("flush", ", by: human, decision: 20m").Suffers("crash", "home.a", "lasts: 6h", noticed: "10m").Run();
        Assert.That(story.After(story.Only<FailedOver>()), Is.EqualTo(1805).Within(0.1));
    }

    /// <summary>The old primary stays away for an hour and is built anew then: 100 GB at 200 MB/s.</summary>
    [Test]
    public void From_the_takeover_on_the_old_primary_is_behind_and_the_new_one_is_not()
    {
        Copies story = Pair("async").Suffers("crash", "home.a", "lasts: 1h").Run();
        double takeover = story.Only<FailedOver>().At.SinceStart.TotalSeconds;
        CaughtUp caught = story.All<CaughtUp>()[^1];
        LagLine spare = Line("spare"), primary = Line("primary");
        Assert.Multiple(() =>
        {
            Assert.That((caught.Follower, caught.Since.SinceStart.TotalSeconds), Is.EqualTo(("primary", takeover)));
            Assert.That(story.After(caught), Is.EqualTo(3600 + 500).Within(0.1));
            Assert.That(spare.Points[^1], Is.EqualTo(new LagPoint(takeover, 0, 0)));
            Assert.That(primary.Points[0], Is.EqualTo(new LagPoint(takeover, 0, 0)));
            Assert.That(primary.PeakSeconds, Is.EqualTo(7200 - takeover).Within(1), "until it is back");
            Assert.That(primary.Points[^1].Seconds, Is.LessThan(0.1));
            Assert.That(spare.HasCaughtUp && primary.HasCaughtUp);
        });
        LagLine Line(string follower) => LagLine.Of(story.Facts).Single(line => line.Follower == follower);
    }

    /// <summary>While a new copy is made of one that burned down, people notice that what it holds has been wrong since before.</summary>
    [Test]
    public void A_mistake_that_is_noticed_during_a_restore_is_mended_as_soon_as_that_is_over()
    {
        Copies story = new Copies().With(Nightly).Suffers("corruption", "shard", at: "59m", noticed: "30m").Suffers("destruction", "home.a").Run();
        DatabaseRestored[] restored = [.. story.All<DatabaseRestored>()];
        Assert.That(restored, Has.Length.EqualTo(2));
        Assert.That(restored[0].At, Is.GreaterThan(story.All<FaultNoticed>()[^1].At));
        Assert.That(story.All<RestorePhaseDone>().First(phase => phase.At > restored[0].At).Began, Is.EqualTo(restored[0].At));
        Assert.That(restored[1].Point.SinceStart.TotalMinutes, Is.LessThan(59));
    }

    [TestCase("keep")]
    [TestCase("discard")]
    [TestCase("merge")]
    public void What_only_the_old_primary_has_is_stranded_until_it_comes_back(string fate)
    {
        Copies story = Pair("async", $", stranded writes: {fate}").Suffers("crash", "home.a", "lasts: 1h").Run();
        LedgerClosed ledger = story.Only<LedgerClosed>();
        Assert.That((ledger.Lost, ledger.Stranded), Is.EqualTo((fate == "discard" ? 1000.0 : 0, fate == "keep" ? 1000.0 : 0)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 2 ? 0 : 1));
        Assert.That(story.Only<RebuildBegan>().Follower, Is.EqualTo("primary"), "it is ahead of the one that took over");
    }

    [Test]
    public void An_old_primary_without_writes_of_its_own_follows_and_the_database_goes_back()
    {
        Copies story = Pair("flush", ", fail back: 30m").Suffers("crash", "home.a", "lasts: 1h").Run();
        Assert.That(story.All<RebuildBegan>(), Is.Empty);
        FailedBack back = story.Only<FailedBack>();
        Assert.That(back.To, Is.EqualTo("home.a"));
        Assert.That(story.After(back), Is.InRange(5400, 5500));
        Assert.That(story.All<DatabaseUp>(), Has.Count.EqualTo(2));
        Assert.That(story.Only<LedgerClosed>().Lost, Is.Zero);
    }

    [TestCase(true, 0.33 * 2.5)]
    [TestCase(false, 0.33 * 600)]
    public void A_primary_that_is_cut_off_strands_what_its_side_writes(bool fencing, double stranded)
    {
        Copies story = Pair("async", $", fencing: {(fencing ? "true" : "false")}").Suffers("partition", "home.a", "lasts: 10m").Run();
        Assert.That(story.Only<LedgerClosed>().Stranded, Is.EqualTo(stranded * 1e6).Within(0.4e6));
        Assert.That(story.All<SplitBrainEnded>().Select(fact => fact.Bytes), fencing ? Is.Empty : Is.All.EqualTo(stranded * 1e6).Within(0.4e6));
        Assert.That(story.After(story.All<DatabaseUp>()[0]), Is.InRange(7, 8));
    }

    [Test]
    public void A_partition_that_ends_before_the_decision_strands_nothing()
    {
        Copies story = Pair("async").Suffers("partition", "home.a", "lasts: 1s").Run();
        Assert.That(story.All<FailedOver>(), Is.Empty);
        Assert.That(story.Only<LedgerClosed>().Stranded, Is.Zero);
    }

    [Test]
    public void A_primary_that_must_wait_stalls_in_a_partition_and_strands_nothing()
    {
        Copies story = new Copies().With(Copies.Failover.Replace("switch: 0s", "switch: 0s, fencing: false", StringComparison.Ordinal))
            .Spare("zone: home.b, replication: flush, on loss of sync: wait").Suffers("partition", "home.a", "lasts: 10m").Run();
        Assert.That((story.Only<LedgerClosed>().Stranded, story.Only<FailedOver>().LostBytes), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void Observers_fail_over_from_a_primary_that_most_of_them_cannot_see()
    {
        Copies story = Pair("flush", ", observers: { zones: [home.a, home.b, home.c] }").Suffers("partition", "home.a", "lasts: 10m").Run();
        Assert.That(story.All<FailedOver>(), Has.Count.EqualTo(1));
    }

    [Test]
    public void With_every_copy_gone_the_newest_point_comes_back()
    {
        Copies story = Pair("flush").With(Nightly).Suffers("destruction", "home", "lasts: 2h").Run();
        DatabaseRestored fact = story.Only<DatabaseRestored>();
        Assert.That(fact.LossWindow.TotalMinutes, Is.InRange(0, 5));
        Assert.That(story.Only<LedgerClosed>().Lost, Is.EqualTo(fact.LostBytes).Within(1));
        Assert.That(story.All<DatabaseUp>(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Without_a_backup_either_it_is_lost()
    {
        Copies story = new Copies().Suffers("destruction", "shard.primary").Run();
        Assert.That(story.After(story.Only<DatabaseLost>()), Is.EqualTo(600));
        Assert.That((story.Only<LedgerClosed>().Kept, story.Only<LedgerClosed>().Lost), Is.EqualTo((0.0, 3600e6)));
    }

    [Test]
    public void A_mistake_is_on_every_copy_and_costs_what_came_after_it()
    {
        Copies story = Pair("flush").With(Nightly).Suffers("corruption", "shard", noticed: "3h").Run();
        DatabaseRestored fact = story.Only<DatabaseRestored>();
        Assert.That(fact.LossWindow.TotalHours, Is.InRange(3, 3.1));
        Assert.That(fact.Point.SinceStart.TotalHours, Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void A_standby_that_applies_late_is_stopped_short_of_the_mistake()
    {
        Copies story = Pair("flush").With(Nightly).Spare("zone: home.c, replication: async, apply delay: 8h", "late").Suffers("corruption", "shard", noticed: "3h").Run();
        FailedOver fact = story.Only<FailedOver>();
        Assert.That((fact.To, fact.LossWindow.TotalHours), Is.EqualTo(("home.c", 3.0)).Using<(string, double)>((a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-6 ? 0 : 1));
        Assert.That(story.All<DatabaseRestored>(), Is.Empty);
    }

    [Test]
    public void A_lost_standby_is_made_anew_once_somebody_has_noticed()
    {
        Copies story = Pair("flush").Suffers("destruction", "shard.spare").Run();
        Assert.That(story.After(story.Only<RebuildBegan>()), Is.InRange(600 + 14 * 60, 600 + 39 * 60));
        Assert.That((story.Only<RebuildEnded>().At - story.Only<RebuildBegan>().At).TotalSeconds, Is.EqualTo(500).Within(1), "100 GB at 200 MB/s");
        Assert.That(story.All<DatabaseDown>(), Is.Empty);
    }
}
