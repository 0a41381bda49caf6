using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>A disk that works, only slower: nobody fails over, and everything is late.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SlowDiskStories
{
    [Test]
    public void A_standby_falls_behind_and_catches_up()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: async, apply: 5 MB/s").Suffers("slow", "shard.spare", "factor: 10, lasts: 1h").Run();

        Assert.That(copies.All<LagChanged>().Max(fact => fact.Bytes), Is.EqualTo(0.5e6 * 3600).Within(1).Percent, "half of what is written, for an hour");
        Assert.That(copies.After(copies.Only<CaughtUp>()), Is.EqualTo(3600 + 0.5 * 3600 / 4).Within(1).Percent, "4 MB/s are left for it");
    }

    [Test]
    public void A_standby_that_commits_wait_for_holds_the_clients_back()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: remote apply, apply: 5 MB/s").Suffers("slow", "shard.spare", "factor: 10, lasts: 1h").Run();

        Assert.That(copies.Only<WritesHeldBack>().Bytes, Is.EqualTo(0.5e6 * 3600).Within(1).Percent);
        Assert.That(copies.All<DatabaseDown>(), Is.Empty);
    }

    [Test]
    public void A_primary_takes_no_more_than_its_disk_does()
    {
        Copies copies = new Copies().With("disk: 5 MB/s").Suffers("slow", "shard.primary", "factor: 10, lasts: 1h").Run();

        Assert.That(copies.Only<WritesHeldBack>().Bytes, Is.EqualTo(0.5e6 * 3600).Within(1).Percent);
    }

    [TestCase("shard.primary", 0.1 * 20 + 2 + 1)]
    [TestCase("shard.spare", 0.1 + 2 + 20)]
    public void A_commit_waits_longer_for_it(string hits, double milliseconds)
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: flush").With("commits: { local: 0.1ms, standby flush: 1ms }").Suffers("slow", hits, "factor: 1, latency factor: 20, lasts: 1h").Run();

        IReadOnlyList<TimeSpan> slow = copies.All<CommitsFollowed>().Single(fact => fact.When == "slow disk").Latencies;
        Assert.That(slow[slow.Count / 2].TotalMilliseconds, Is.EqualTo(milliseconds).Within(0.001));
    }
}
