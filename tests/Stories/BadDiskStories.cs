using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>The disk of one copy holds what is wrong, for hours; the log and the other copies are right.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BadDiskStories
{
    private const string Hourly = "backups: { hourly: { kind: snapshot, every: 1h, start: 30m, to: bucket } }";
    private const string Logged = "backups: { hourly: { kind: snapshot, every: 1h, start: 30m, to: bucket }, log: { kind: log, every: 1m, to: bucket } }";

    [Test]
    public void Another_copy_takes_its_place_and_nothing_is_lost()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: remote apply").With(Copies.Failover).Suffers("corruption", "shard.primary", noticed: "3h").Run();

        Assert.That(copies.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(copies.After(copies.Only<FailedOver>()), Is.EqualTo(3 * 3600).Within(10));
        Assert.That(copies.Only<RebuildEnded>().Follower, Is.EqualTo("primary"));
    }

    [Test]
    public void A_standby_by_storage_has_copied_it()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: storage").With(Copies.Failover).With(Hourly).Suffers("corruption", "shard.primary", noticed: "3h").Run();

        Assert.That(copies.All<FailedOver>(), Is.Empty);
        Assert.That(copies.Only<DatabaseRestored>().LossWindow.TotalMinutes, Is.EqualTo(210).Within(0.1), "three hours until the notice, and thirty minutes to the last snapshot before: those since are of a bad disk");
    }

    [Test]
    public void The_log_that_it_wrote_is_good()
    {
        Copies copies = new Copies().With(Logged).Suffers("corruption", "shard.primary", noticed: "3h").Run();

        Assert.That(copies.Only<DatabaseRestored>().LossWindow.TotalMinutes, Is.LessThan(1.1));
        Assert.That(copies.All<BackupFoundBad>().Count(fact => fact.By == "restore"), Is.EqualTo(3), "the snapshots of three hours, one after the other");
    }

    [Test]
    public void A_scrub_finds_it_at_a_cadence_and_a_bad_standby_is_only_made_anew()
    {
        Copies copies = new Copies { Length = "20d" }.Spare("zone: home.b, replication: async").Suffers("corruption", "shard.spare", "detector: { every: 7d, finds: 100% }", noticed: "never").Run();

        Assert.That(copies.After(copies.Only<FaultNoticed>()), Is.LessThan(7 * 86400));
        Assert.That(copies.Only<RebuildEnded>().Follower, Is.EqualTo("spare"));
        Assert.That(copies.All<DatabaseDown>(), Is.Empty);
    }
}
