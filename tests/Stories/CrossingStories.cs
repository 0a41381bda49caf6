using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Models.Places;

namespace Simulator.Tests.Stories;

/// <summary>What crosses one link at once, and how it shares it: logs, copies, backups and restores. A full copy of 36 GB alone takes an hour of it.</summary>
[Parallelizable(ParallelScope.All)]
public class CrossingStories
{
    private const string Sync = "zone: west.x, replication: flush";
    private const string Async = "zone: west.x, replication: async";
    private const string Full = "full: { kind: full, every: 24h, start: 1h, to: vault, keep: 30d }";

    [Test]
    public void Two_logs_that_commits_wait_for_get_half_of_a_link_each()
    {
        Crossing story = new Crossing().With("first", "8 MB/s", Sync).With("second", "7 MB/s", Sync).Run();
        double[] written = [.. story.All<LedgerClosed>().Select(ledger => ledger.Acknowledged / 345_600)];
        Assert.That(written, Is.EqualTo(new[] { 5e6, 5e6 }).Within(1));
        Assert.That(story.All<FellBehind>(), Is.Empty);
        Assert.That(story.Record.Events, Is.LessThan(50));
    }

    [Test]
    public void Who_wants_less_than_half_has_it_and_the_other_has_the_rest()
    {
        Crossing story = new Crossing().With("first", "daily(low 1 MB/s high 3 MB/s peak 15h)", Sync).With("second", "20 MB/s", Sync).Run();
        double[] written = [.. story.All<LedgerClosed>().Select(ledger => ledger.Acknowledged / 345_600)];
        Assert.That(written, Is.EqualTo(new[] { 2e6, 8e6 }).Within(100));
        Assert.That(story.Record.Events, Is.LessThan(2000));
    }

    [Test]
    public void A_log_that_nobody_waits_for_falls_behind_one_that_commits_wait_for()
    {
        Crossing story = new Crossing().With("first", "8 MB/s", Sync).With("second", "7 MB/s", Async).Run();
        double[] written = [.. story.All<LedgerClosed>().Select(ledger => ledger.Acknowledged / 345_600)];
        Assert.That(story.Only<FellBehind>().Databases, Is.EqualTo("second"));
        Assert.That(written, Is.EqualTo(new[] { 8e6, 7e6 }).Within(1), "it gets what the awaited one leaves, 2 MB/s");
    }

    [Test]
    public void A_backup_alone_takes_its_bytes_over_what_the_logs_leave_of_the_link()
    {
        Crossing story = new Crossing().With("first", "2 MB/s", Async, Full).Run();
        Assert.That(story.Usable("full", 1, 25), Is.EqualTo(new[] { 2.25, 26.25 }).Within(1e-3), "36 GB at 8 MB/s");
        Crossing plain = new Crossing { Bandwidth = "unlimited" }.With("first", "2 MB/s", Async, Full).Suffers("kind: crash, hits: first.primary, at: 90h, noticed: 1m, lasts: 1m").Run();
        Assert.That(plain.Usable("full", 1, 25), Is.EqualTo(new[] { 1.0, 25 }).Within(1e-6), "no bandwidth, no bound");
    }

    [Test]
    public void Backups_for_which_there_is_room_cost_no_events()
    {
        Crossing story = new Crossing().With("first", "1 MB/s", Async, "full: { kind: full, every: 24h, start: 1h, takes: 2h, to: vault, keep: 30d }\nlog: { kind: log, every: 1m, to: vault, keep: 30d }").Run();
        Assert.That(story.Usable("full", 1, 25), Is.EqualTo(new[] { 3.0, 27 }).Within(1e-6));
        Assert.That(story.Record.Events, Is.LessThan(30));
    }

    [Test]
    public void A_backup_and_a_rebuild_make_each_other_wait()
    {
        // The rebuild of 36 GB begins at 1 h with the backup: each gets 5 MB/s. It is written to nearly not at all.
        Crossing Both(string backup) => new Crossing().With("first", "0.0001 MB/s", Async, backup).Suffers("kind: destruction, hits: first.spare, at: 1h, noticed: 0s").Run();
        double Rebuilt(Crossing story) => (story.Only<RebuildEnded>().At - story.Only<RebuildBegan>().At).TotalHours;
        Crossing none = Both("full: { kind: full, every: 24h, start: 20h, to: vault, keep: 30d }"), both = Both("full: { kind: full, every: 24h, start: 65m, takes: 1h, to: vault, keep: 30d }");
        Assert.That(Rebuilt(none), Is.EqualTo(1).Within(0.01));
        Assert.That(Rebuilt(both), Is.GreaterThan(1.4));
        Assert.That(both.Usable("full", 65 / 60.0)[0], Is.GreaterThan(65 / 60.0 + 1.4));
        Assert.That(both.Usable("full", 24 + 65 / 60.0)[0], Is.EqualTo(25 + 65 / 60.0).Within(1e-3), "the next day it is alone");
    }

    [Test]
    public void A_cut_link_holds_up_what_goes_to_a_store_beyond_it()
    {
        const string Log = "full: { kind: full, every: 24h, start: 1h, takes: 2h, to: vault, keep: 30d }\nlog: { kind: log, every: 5m, start: 0s, to: vault, keep: 30d }";
        Crossing Lost(string cut) => new Crossing().With("first", "1 MB/s", "", Log).Suffers($"kind: partition, hits: links.coast, at: {cut}, noticed: 1m, lasts: 2h").Suffers("kind: destruction, hits: first.primary, at: 31h, noticed: 1m").Run();
        DatabaseRestored held = Lost("30h").Only<DatabaseRestored>(), caught = Lost("27h").Only<DatabaseRestored>();
        Assert.That(held.LossWindow.TotalMinutes, Is.EqualTo(60).Within(5.1), "the last piece that arrived was cut before the cut of the link");
        Assert.That(caught.LossWindow.TotalMinutes, Is.LessThan(5.1), "the queue of 7.2 GB was through long before");
        Assert.That(held.At.SinceStart.TotalHours, Is.GreaterThan(33), "the restore waits out the cut, and takes an hour of the link");
    }

    /// <summary>A link that carries whatever comes carries nothing while it is cut.</summary>
    [Test]
    public void A_cut_holds_up_backups_over_a_link_without_a_limit_too()
    {
        const string Log = "full: { kind: full, every: 24h, start: 1h, to: vault, keep: 30d }\nlog: { kind: log, every: 5m, start: 0s, to: vault, keep: 30d }";
        Crossing Lost(string cut) => new Crossing { Bandwidth = "unlimited" }.With("first", "1 MB/s", "", Log).Suffers($"kind: partition, hits: {cut}, at: 30h, noticed: 1m, lasts: 2h").Suffers("kind: destruction, hits: first.primary, at: 31h, noticed: 1m").Run();
        Assert.That(Lost("links.coast").Only<DatabaseRestored>().LossWindow.TotalMinutes, Is.EqualTo(60).Within(5.1));
        Assert.That(Lost("west").Only<DatabaseRestored>().LossWindow.TotalMinutes, Is.EqualTo(60).Within(5.1), "nothing gets into the region of the store");
        Assert.That(Lost("east.b").Only<DatabaseRestored>().LossWindow.TotalMinutes, Is.LessThan(5.1), "a zone that nothing of it crosses");
    }

    [Test]
    public void A_full_copy_that_is_cut_off_goes_on_when_the_link_is_whole_again()
    {
        Crossing story = new Crossing().With("first", "0.001 MB/s", "", "full: { kind: full, every: 24h, start: 1h, takes: 2h, to: vault, keep: 30d }").Suffers("kind: partition, hits: links.coast, at: 2h, noticed: 1m, lasts: 5h").Run();
        Assert.That(story.Usable("full", 1, 25), Is.EqualTo(new[] { 8.0, 27 }).Within(1e-3));
    }

    [Test]
    public void A_restore_takes_its_bytes_over_the_bandwidth_of_the_link()
    {
        Crossing story = new Crossing().With("first", "0.001 MB/s", "", Full).Suffers("kind: destruction, hits: first.primary, at: 30h, noticed: 0s").Run();
        RestorePhaseDone copy = story.All<RestorePhaseDone>().Single(phase => phase.Phase == "copy");
        Assert.That((copy.At - copy.Began).TotalHours, Is.EqualTo(1).Within(0.001), "36 GB at 10 MB/s, though the store reads 1 GB/s");
    }

    [Test]
    public void A_second_copy_in_another_region_crosses_the_link()
    {
        Crossing story = new Crossing().With("first", "0.001 MB/s", "", "full: { kind: full, every: 24h, start: 1h, to: near, keep: 30d }\nfar: { kind: copy, from: full, every: 24h, to: vault, keep: 30d }").Run();
        Assert.That(story.Usable("full", 1)[0], Is.EqualTo(1).Within(1e-6), "the store beside it needs no link");
        Assert.That(story.All<PointsOffered>().Single(fact => fact.Backup == "far").Points.Select(point => (point.UsableFrom.SinceStart.TotalHours - point.Moment.SinceStart.TotalHours) % 24), Is.All.GreaterThanOrEqualTo(0.99));
    }

    [Test]
    public void What_is_written_to_a_store_shares_what_it_takes()
    {
        Crossing story = new Crossing { Bandwidth = "1 GB/s", Vault = "read: 1 GB/s, write: 10 MB/s" }.With("first", "0.001 MB/s", "", Full).With("second", "0.001 MB/s", "", Full.Replace("full:", "other:", StringComparison.Ordinal)).Run();
        Assert.That(story.Usable("full", 1, 25), Is.EqualTo(new[] { 3.0, 27 }).Within(1e-3), "two of 36 GB at once: two hours");
        Assert.That(story.Usable("other", 1, 25), Is.EqualTo(new[] { 3.0, 27 }).Within(1e-3));
    }

    /// <summary>Three databases whose standbys nothing happens to write 1 MB/s each: of 10 MB/s they leave 7 for a copy.</summary>
    [Test]
    public void Databases_that_nothing_happens_to_are_counted_on_the_link()
    {
        Crossing story = new Crossing().With("first", "0.0001 MB/s", Async).With("quiet", "1 MB/s", Async, more: "    count: 3\n").Suffers("kind: destruction, hits: first.spare, at: 1h, noticed: 0s").Run();
        Assert.That((story.Only<RebuildEnded>().At - story.Only<RebuildBegan>().At).TotalHours, Is.EqualTo(36e9 / 7e6 / 3600).Within(0.001));
    }

    /// <summary>One that follows another over two links of 12 MB/s catches up at the pace of the first: that is one stretch, not a look at each latency.</summary>
    [Test]
    public void A_fast_cascade_catches_up_without_an_event_for_each_latency()
    {
        Coast coast = new("1 MB/s", "12 MB/s", "20ms");
        Follower near = coast.Follow();
        Follower back = new(coast.World, new FollowerName("shard", 0, "back"), coast.Log, coast.World.Network.Between(new Zone("west", "a"), new Zone("east", "a")), FollowerPace.Unlimited, upstream: near);
        coast.Later(100, () => coast.Route.Lane!.Cut());
        coast.Later(10_000, () => coast.Route.Lane!.Restore());
        coast.World.Run();
        Assert.That(back.InStep.IsTrue, Is.True);
        Assert.That(coast.World.Simulation.Events, Is.LessThan(100));
    }
}
