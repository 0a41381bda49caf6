using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>Software that is wrong goes out to twenty shards, or to the zones that they stand in.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RolloutStories
{
    private const string Waves = "waves: { first: 1, factor: 3, bake: 1h }, rolls back: 30m";

    [Test]
    public void Waves_break_only_what_they_have_reached_when_it_is_noticed()
    {
        Copies all = Shards().Suffers("rollout", "shard", "rolls back: 30m", noticed: "90m").Run();
        Copies waves = Shards().Suffers("rollout", "shard", Waves, noticed: "90m").Run();

        Assert.That(all.All<DatabaseDown>(), Has.Count.EqualTo(20));
        Assert.That(waves.All<FaultSpread>().Select(fact => fact.Reached), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(waves.All<DatabaseDown>(), Has.Count.EqualTo(4));
        Assert.That(waves.After(waves.All<DatabaseUp>()[^1]), Is.EqualTo(7200), "rolled back half an hour after the notice");
    }

    [Test]
    public void A_detector_that_looks_while_the_first_wave_bakes_leaves_it_at_that()
    {
        Copies copies = Shards().Suffers("rollout", "shard", Waves + ", detector: { every: 10m, finds: 100% }", noticed: "never").Run();

        Assert.That(copies.All<DatabaseDown>(), Has.Count.EqualTo(1));
        Assert.That(copies.Only<FaultNoticed>().By, Is.EqualTo("its detector"));
    }

    [TestCase("review: { finds: 100% }")]
    [TestCase("dry run: { finds: 100% }")]
    public void What_is_seen_before_goes_out_to_nobody(string guard) =>
        Assert.That(Shards().Suffers("rollout", "shard", guard).Run().All<FaultSpread>(), Is.Empty);

    [Test]
    public void A_cap_leaves_the_others_alone() =>
        Assert.That(Shards().Suffers("rollout", "shard", "cap: 5").Run().All<DatabaseDown>(), Has.Count.EqualTo(5));

    [Test]
    public void One_zone_at_a_time_leaves_a_standby_in_another()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: remote apply").With(Copies.Failover).Suffers("rollout", "home.a", "rolls back: 1h").Run();
        Copies whole = new Copies().Spare("zone: home.b, replication: remote apply").With(Copies.Failover).Suffers("rollout", "home", "rolls back: 1h").Run();

        Assert.That(copies.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(whole.All<FailedOver>(), Is.Empty, "all zones at once leave nobody");
    }

    [Test]
    public void What_spoils_data_is_not_healed_by_rolling_back()
    {
        Copies copies = Shards().With("backups: { hourly: { kind: snapshot, every: 1h, start: 30m, to: bucket } }").Suffers("rollout", "shard", "breaks: data, cap: 2, rolls back: 5m").Run();

        Assert.That(copies.All<DatabaseRestored>().Select(fact => fact.LossWindow.TotalMinutes), Is.EqualTo(new[] { 40, 40 }).Within(0.1), "ten minutes until the notice, thirty before that");
    }

    private static Copies Shards() => new() { Count = 20 };
}
