using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Stores;
using Simulator.Models;
using Simulator.ScenarioFiles;
using Simulator.Tests.Incidents;

namespace Simulator.Tests.Stories;

/// <summary>When the last copy is gone of what must be erased by law, and where that was.</summary>
[Parallelizable(ParallelScope.All)]
public class ErasureStories
{
    private static readonly Instant s_deleted = At(241);
    private static readonly Erased s_customer = new("a customer", s_deleted);
    private static readonly Replica s_far = new("far", Delay.Always(TimeSpan.FromMinutes(15)));

    [Test]
    public void The_last_copy_is_gone_when_retention_ends_or_its_key_is_destroyed()
    {
        Backed backed = new Backed().With("full", new Full(Daily("bucket"))).With("log", new LogShipping(Daily("far") with { Keep = Retention.For(TimeSpan.FromDays(30)) }, null, false));

        Assert.That(Last(backed), Is.EqualTo((At(264 + 720), "log in far")), "the piece of log that carries the deletion is cut at hour 264");
        backed.Keeping("far", store => store with { Erase = Erasure.KeyDestruction });
        Assert.That(Last(backed), Is.EqualTo((At(240 + 240), "full in bucket")));
        backed.With("stream", new ChangeStream(TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.FromDays(20)));
        Assert.That(Last(backed), Is.EqualTo((s_deleted + TimeSpan.FromDays(20), "stream")));
    }

    [Test]
    public void The_second_copy_outlives_the_key_of_the_first_and_its_store()
    {
        static Backed Arranged(Erasure? first, Erasure? second) => new Backed().With("full", new Full(Daily("bucket")))
            .Keeping("bucket", store => store with { Replica = s_far, Erase = first }).Keeping("far", store => store with { Erase = second });

        Assert.That(Last(Arranged(Erasure.KeyDestruction, null)), Is.EqualTo((At(480), "full in far")));
        Assert.That(Last(Arranged(null, Erasure.KeyDestruction)), Is.EqualTo((At(480), "full in bucket")));
        Assert.That(Last(Arranged(Erasure.KeyDestruction, Erasure.KeyDestruction)), Is.EqualTo((s_deleted, "the database itself")));

        Protection protection = Arranged(null, Erasure.AfterRetention).Protection();
        foreach ((string store, double at, double until) in new[] { ("bucket", 260.0, 480.0), ("far", 312, 312) })
        {
            protection.World.Simulation.Run(At(at));
            protection.World.Store(store).Destroy();
            Assert.That(protection.LastCopy(s_customer, []), Is.EqualTo((At(until), "full in far")));
        }
    }

    [Test]
    public void A_point_that_a_generation_keeps_outlives_those_behind_it()
    {
        Backed backed = new Backed().With("full", new Full(Daily("bucket") with { Every = TimeSpan.FromHours(6), Keep = Story.Read(Retention.Syntax, "gfs(daily 3 weekly 2)") }));

        Assert.That(Last(backed).Gone, Is.EqualTo(At(21 * 24) + new TimeSpan(1)), "the point of hour 168 is the first of the second week, and stays until the first of the fourth can be used");
    }

    [Test]
    public void A_copy_that_is_cut_long_after_the_deletion_may_still_show_it()
    {
        Backed backed = new Backed().With("full", new Full(Daily("bucket") with { Every = TimeSpan.FromDays(7) }))
            .With("copy", new Copy(Daily("far") with { Every = TimeSpan.FromMinutes(5), From = "full", Start = TimeSpan.FromDays(4), Keep = Retention.For(TimeSpan.FromDays(20)) }));

        Assert.That(Last(backed), Is.EqualTo((At(168 + 480), "copy in far")), "it was copied at once, at hour 168, and not again");
    }

    [Test]
    public void A_delayed_standby_holds_what_was_deleted_until_it_applies_that()
    {
        Assert.That(Gone("", "keep: 1h"), Is.EqualTo(("backup in bucket", 1.0)).Within(0.01));
        Assert.That(Gone("late: { zone: home.b, replication: async, apply delay: 8h }", "keep: 1h"), Is.EqualTo(("standby late", 8.0)).Within(0.01));
        Assert.That(Gone("late: { zone: home.b, replication: async, apply delay: 8h }", "keep: 1h", "stop: { kind: crash, hits: shop.late, at: 1d 2h, noticed: 5m, lasts: 10h }"), Is.EqualTo(("standby late", 12.0)).Within(0.01), "it applies nothing while it stands still");
        Assert.That(Gone("late: { zone: home.b, replication: async, apply delay: 8h }", "keep: 1h", "burns: { kind: destruction, hits: shop.late, at: 1d 2h, noticed: 5m }"), Is.EqualTo(("standby late", 2.0)).Within(0.01), "it is gone with its machine");
    }

    [Test]
    public void A_backup_of_a_delayed_standby_is_cut_late_and_shows_what_is_long_gone()
    {
        (string where, double hours) = Gone("late: { zone: home.b, replication: async, apply delay: 8h }", "from: late, keep: 1d");

        Assert.That((where, hours), Is.EqualTo(("backup in bucket", 31.0)).Within(1.01), "the last point that shows it is cut up to eight hours after it, and kept for a day");
    }

    [Test]
    public void The_duty_may_be_a_streams_alone_and_its_key_ends_it()
    {
        const string stream = "changes: { kind: change stream, sink: object store, to: lake, keep: 20d }";

        Assert.That(Gone("", "keep: 1h", stream: stream, bucket: "", lake: ", erase: after retention"), Is.EqualTo(("changes in lake", 480.0)).Within(0.01));
        Assert.That(Gone("", "keep: 1h", stream: stream, bucket: "", lake: ", erase: key destruction"), Is.EqualTo(("backup in bucket", 1.0)).Within(0.01));
        Assert.That(Gone("", "keep: 1h", stream: stream, bucket: "", lake: ", erase: key destruction, replicates to: { store: pond }"), Is.EqualTo(("changes in pond", 480.0)).Within(0.01));
        Assert.That(Gone("", "keep: 1h", "burns: { kind: destruction, hits: stores.lake, at: 3d, noticed: 5m }", stream, "", ", erase: after retention"), Is.EqualTo(("changes in lake", 48.0)).Within(0.01));
    }

    [Test]
    public void A_sink_that_is_cut_off_holds_what_was_deleted_until_it_reads_that()
    {
        const string stream = "changes: { kind: change stream, zone: home.b, keep: 1h }", cut = "apart: { kind: partition, hits: home.b, at: 23h, noticed: 5m, lasts: 9h }";

        Assert.That(Gone("", "keep: 1h", cut, stream), Is.EqualTo(("changes", 8.0)).Within(0.05));
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

    private static (Instant Gone, string Where) Last(Backed backed) => backed.Protection().LastCopy(s_customer, []);

    /// <summary>One customer is deleted at the end of the first day: where the last copy was, and how many hours later it is gone.</summary>
    private static (string Where, double Hours) Gone(string standby, string backup, string fault = "", string stream = "", string bucket = ", erase: after retention", string lake = "")
    {
        string text = $$"""
            version: 1
            name: story
            question: When is it gone?
            run: { length: 10d, trials: 1, seed: 1 }
            regions: { home: { zones: [a, b] } }
            stores:
              bucket: { region: home, read: 1 GB/s{{bucket}} }
              lake: { region: home, read: 1 GB/s{{lake}} }
              pond: { region: home, read: 1 GB/s }
            databases:
              shop:
                zone: home.a
                data: 10 GB
                writes: 1 MB/s
                {{(standby.Length == 0 ? "restore: { copy: 200 MB/s }" : $"standbys: {{ {standby} }}")}}
                backups:
                  backup: { kind: full, every: 1h, start: 0s, to: bucket, {{backup}} }
                  {{stream}}
            tenants:
              customer: { count: 10, in: shop, users: 10, data per user: 20 MB, writes per user: 20/d }
            faults:
              script: { kind: deletion, hits: 1 of customer, at: 1d, takes: 0s, noticed: never }
              {{fault}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, "story");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        LastCopyGone gone = PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 1).Run(0).Facts.OfType<LastCopyGone>().Single();
        return (gone.Where, (gone.Gone - gone.Deleted).TotalHours);
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Schedule Daily(string to) => new(TimeSpan.FromDays(1), to) { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(10)) };

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
}
