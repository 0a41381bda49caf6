using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Backups.Integrity;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;
using Simulator.Tests.Incidents;

namespace Simulator.Tests.Stories;

[Parallelizable(ParallelScope.All)]
public class StoreStories
{
    [Test]
    public void A_zone_takes_what_stands_in_it_and_leaves_what_is_spread_over_the_region()
    {
        Backed backed = new Backed().With("near", new Full(Daily("shelf"))).With("wide", new Full(Daily("bucket") with { Start = TimeSpan.FromHours(-5) })).Losing("home.a", "10d 1h");

        Assert.That(backed.Run().OfType<DatabaseRestored>().Single().Source, Is.EqualTo("wide"));
        Assert.That(backed.Run().OfType<StoreLost>().Select(fact => (fact.Store, fact.IsLocked)), Is.EqualTo(new[] { ("shelf", false) }));
    }

    [Test]
    public void A_region_takes_everything_but_the_copy_in_another()
    {
        static Backed Arranged(Replica? replica) => new Backed().Keeping("bucket", store => store with { Replica = replica })
            .With("full", new Full(Daily("bucket"))).Losing("home", "10d 1h");

        Assert.That(Arranged(null).Run().OfType<DatabaseLost>().Count(), Is.EqualTo(1));
        Assert.That(Arranged(new Replica("far", Delay.Always(TimeSpan.FromMinutes(15)))).Run().OfType<DatabaseRestored>().Single().LossWindow, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(Arranged(new Replica("far", Delay.Always(TimeSpan.FromMinutes(61)))).Run().OfType<DatabaseRestored>().Single().LossWindow, Is.EqualTo(TimeSpan.FromHours(25)), "the newest was not yet copied");
    }

    [Test]
    public void A_deleted_account_takes_what_it_owns_unless_it_is_locked_and_then_until_its_retention_ends()
    {
        static Backed Arranged(bool immutable, string noticed) => new Backed().Keeping("bucket", store => store with { Account = "main", Immutable = immutable })
            .With("full", new Full(Daily("bucket"))).Losing("accounts.main", "10d 1h", "1m").Losing("shop.primary", "10d 1h", noticed);

        Assert.That(Arranged(false, "1m").Run().OfType<DatabaseLost>().Count(), Is.EqualTo(1));
        Assert.That(Arranged(true, "1m").Run().OfType<DatabaseRestored>().Single().Point, Is.EqualTo(At(240)));
        Assert.That(Arranged(true, "9d").Run().OfType<DatabaseRestored>().Single().Point, Is.EqualTo(At(240)), "it is kept for ten days");
        Assert.That(Arranged(true, "11d").Run().OfType<DatabaseLost>().Count(), Is.EqualTo(1));
    }

    [Test]
    public void What_is_under_way_from_a_lost_source_never_arrives()
    {
        static Backed Arranged(string from) => new Backed().With("mirror", new Snapshot(Daily("shelf") with { Start = TimeSpan.Zero }))
            .With("out", new Full(Daily("far") with { From = from, Start = TimeSpan.Zero, Takes = new Pace(TimeSpan.FromHours(2), null) }))
            .Losing("home.a", "10d 1h", "6h");

        Assert.That(Arranged("mirror").Run().OfType<DatabaseRestored>().Single().Point, Is.EqualTo(At(216)));
        Assert.That(Arranged("").Run().OfType<DatabaseRestored>().Single().Point, Is.EqualTo(At(216)));
    }

    [Test]
    public void Fragments_outlive_what_a_single_object_does_not_and_audits_that_mend_them_outlive_more()
    {
        static int Lost(ErasureCoding? coding, bool mends) => Enumerable.Range(0, 40).Sum(trial => new Backed { Length = TimeSpan.FromDays(12) }
            .Keeping("bucket", store => store with { RotsPerYear = 30, Coding = coding })
            .With("full", new Full(Daily("bucket") with { Every = TimeSpan.FromDays(20), Start = TimeSpan.FromDays(-9), Keep = Retention.For(TimeSpan.FromDays(30)), Audit = mends ? new Audit(TimeSpan.FromDays(1), Share.All, true) : null }))
            .Losing("home.a", "10d 1h").Run(trial).OfType<DatabaseLost>().Count());

        // A fragment is good after 19 days with probability e^-1.56 = 0.21: one object of five survives, and next to none of those that need 10 of 14.
        Assert.That(Lost(null, false), Is.InRange(24, 38));
        Assert.That(Lost(new ErasureCoding(10, 14), false), Is.EqualTo(40));
        Assert.That(Lost(new ErasureCoding(10, 14), true), Is.LessThan(8), "in a day 8% go bad: five of fourteen at once are rare");
    }

    [Test]
    public void A_point_that_is_gone_in_its_fragments_is_found_bad_and_cannot_be_repaired()
    {
        IReadOnlyList<Fact> facts = new Backed { Length = TimeSpan.FromDays(12) }.Keeping("bucket", store => store with { RotsPerYear = 3000, Coding = new ErasureCoding(10, 14) })
            .With("full", new Full(Daily("bucket") with { Audit = new Audit(TimeSpan.FromDays(1), Share.All, true) })).Losing("home.a", "10d 20h").Run();

        Assert.That(facts.OfType<BackupFoundBad>().Select(fact => fact.By).Distinct(), Does.Contain("audit"));
        Assert.That(facts.OfType<DatabaseRestored>(), Is.Empty);
        Assert.That(facts.OfType<BackupStored>().Select(fact => fact.Bytes / 1.4 % 100e9), Is.All.EqualTo(0).Within(1).Or.EqualTo(100e9).Within(1));
    }

    [Test]
    public void The_last_copy_is_gone_when_retention_ends_or_its_key_is_destroyed()
    {
        Backed backed = new Backed().With("full", new Full(Daily("bucket"))).With("log", new LogShipping(Daily("far") with { Keep = Retention.For(TimeSpan.FromDays(30)) }, null, false));
        Instant deleted = At(241);

        Assert.That(backed.Protection().LastCopy(deleted, []), Is.EqualTo((At(264 + 720), "log in far")), "the piece of log that carries the deletion is cut at hour 264");
        backed.Keeping("far", store => store with { Erase = Erasure.KeyDestruction });
        Assert.That(backed.Protection().LastCopy(deleted, []), Is.EqualTo((At(240 + 240), "full in bucket")));
        Assert.That(backed.Protection().LastCopy(deleted, [("stream", TimeSpan.FromDays(20))]), Is.EqualTo((deleted + TimeSpan.FromDays(20), "stream")));
    }

    [Test]
    public void What_was_deleted_lives_on_in_the_sink_of_a_change_stream_that_keeps_old_versions()
    {
        Study study = Shipped.Read("first-steps.yaml", ("read: 200 MB/s", "read: 200 MB/s, erase: after retention"), ("noticed: uniform(5m 30m)", "noticed: never"),
            ("      log: { kind: log, every: 5m, to: bucket }", "      log: { kind: log, every: 5m, to: bucket }\n      changes: { kind: change stream, keep: 20d }"));
        LastCopyGone[] gone = [.. Shipped.Facts(study, study.Variants[0].Name, 1).OfType<LastCopyGone>()];

        Assert.That(gone, Has.Length.EqualTo(3));
        Assert.That(gone.Select(fact => (fact.Where, fact.Gone - fact.Deleted)), Has.All.EqualTo(("changes", TimeSpan.FromDays(20))));
    }

    [Test]
    public void What_the_law_wants_erased_is_gone_with_the_last_piece_of_log_that_holds_it()
    {
        Study study = Shipped.Read("first-steps.yaml", ("read: 200 MB/s", "read: 200 MB/s, erase: after retention"), ("noticed: uniform(5m 30m)", "noticed: never, lawful: true, review: { finds: 100% }"));
        Fact[] facts = [.. Shipped.Facts(study, study.Variants[0].Name, 1)];

        Assert.That(facts.OfType<TenantDeleted>().Select(fact => fact.Lawful), Is.EqualTo(new[] { true, true, true }));
        Assert.That(facts.OfType<LastCopyGone>().Count(), Is.EqualTo(3));
        Assert.That(facts.OfType<LastCopyGone>().Select(fact => (fact.Gone - fact.Deleted).TotalDays), Is.All.InRange(7, 8.1), "kept for a week, from a cut of at most a day later");
        Assert.That(facts.OfType<TenantServed>(), Is.Empty);
    }

    [Test]
    public void A_whole_database_that_is_lost_is_gone_with_the_last_piece_that_nobody_can_use()
    {
        Backed backed = new Backed().Keeping("shelf", store => store with { Erase = Erasure.AfterRetention })
            .With("full", new Full(Daily("shelf"))).With("log", new LogShipping(Daily("far"), null, false)).Losing("home.a", "10d 1h");
        LastCopyGone gone = backed.Run().OfType<LastCopyGone>().Single();

        Assert.That(gone.Where, Is.EqualTo("log in far"), "log without a copy restores nothing, and still holds the data");
        Assert.That(gone.Gone, Is.LessThanOrEqualTo(At(240 + 240)));
    }

    [Test]
    public void A_copy_is_read_as_fast_as_its_streams_after_it_was_retrieved()
    {
        Backed backed = new Backed().Keeping("bucket", store => store with { PerStream = new DataRate(10e6), Streams = 5, Retrieval = Delay.Always(TimeSpan.FromHours(4)) })
            .With("full", new Full(Daily("bucket"))).Losing("home.a", "10d 1h");
        RestorePhaseDone copy = backed.Run().OfType<RestorePhaseDone>().Single(fact => fact.Phase == "copy");

        Assert.That(copy.At - copy.Began, Is.EqualTo(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(2000)));
    }

    // Rows of the calibration set on PostgreSQL 15 (scale 33): bytes of base and log, dirty buffers at the end of recovery, seconds of the whole restore.
    [TestCase(true, 557762370, 794560720, 48114, 9.3378)]
    [TestCase(true, 557762370, 211508968, 19471, 6.3745)]
    [TestCase(true, 557762370, 422792472, 33085, 8.3201)]
    [TestCase(false, 557762370, 351928072, 34611, 7.6887)]
    [TestCase(false, 557762370, 969170560, 65329, 13.3367)]
    public void A_restore_takes_what_its_phases_took_on_a_real_database(bool oltp, double data, double log, int buffers, double seconds)
    {
        Restoring restoring = Defaults.Of(Restoring.Shape) with
        {
            Start = Delay.None,
            Copy = new DataRate(336e6),
            Open = Delay.Always(TimeSpan.FromSeconds(2.85)),
            Replay = new DataRate(oltp ? 189e6 : 139e6),
            Checkpoint = new DataRate(503e6),
            Dirty = new DataSize(buffers * 8192.0),
            FirstQuery = Delay.Always(TimeSpan.FromSeconds(0.14)),
        };
        // An hour after the base is cut the log of that hour is archived, and everything else destroyed.
        Backed backed = new Backed { Restoring = restoring, Writes = $"{(log / 3600).ToString("0", System.Globalization.CultureInfo.InvariantCulture)} B/s" }
            .With("base", new Full(Daily("bucket"))).With("log", new LogShipping(Daily("bucket") with { }, null, false));
        Protection protection = backed.Protection();
        Simulator.Models.World world = protection.World;
        world.Simulation.Run(At(1));
        RestorePoint point = protection.Newest(At(1), At(1))! with { At = At(1), Logs = [new LogReach("log", At(0), At(1))] };
        world.Forever.Start(protection.Restore(world.Forever, point, data));
        world.Simulation.Run(At(2));
        double predicted = world.Journal.Facts.OfType<RestorePhaseDone>().Max(fact => fact.At).SinceStart.TotalSeconds - 3600;

        // The set states 10 to 50 % of noise for its rates.
        Assert.That(predicted, Is.EqualTo(seconds).Within(20).Percent);
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Schedule Daily(string to) => new(TimeSpan.FromDays(1), to) { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(10)) };
}
