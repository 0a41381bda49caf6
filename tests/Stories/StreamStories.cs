using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>
/// A shop that writes 2 MB/s, 100 GB of it, and a change stream that takes 10 MB/s at most into another zone. It is told in YAML, as planners do.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class StreamStories
{
    private const double Day = 86_400;

    [Test]
    public void After_an_outage_of_its_sink_a_stream_catches_up_with_what_it_has_left_over()
    {
        IReadOnlyList<Fact> facts = Tell("", "zone: east.b", SinkLost("6h"));
        FellBehind fell = facts.OfType<FellBehind>().Single();
        CaughtUp caught = facts.OfType<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(fell.At.SinceStart.TotalSeconds, Is.EqualTo(Day).Within(0.01));
            Assert.That(caught.At.SinceStart.TotalSeconds, Is.EqualTo(Day + 6 * 3600 + 6 * 3600 * 2 / 8.0).Within(1), "43.2 GB at 10 - 2 MB/s");
            Assert.That(caught.PeakBytes, Is.EqualTo(43.2e9).Within(0.001).Percent);
            Assert.That(caught.PeakAge.TotalHours, Is.EqualTo(6).Within(0.001));
            Assert.That(facts.OfType<DatabaseDown>(), Is.Empty);
            Assert.That(facts.OfType<RebuildBegan>(), Is.Empty);
        });
    }

    [Test]
    public void A_slot_without_limit_fills_the_log_disk_and_stops_the_database_until_somebody_drops_it()
    {
        IReadOnlyList<Fact> facts = Tell("log disk: 20 GB", "zone: east.b, drop slot: 1h", SinkLost("6h"));
        DatabaseDown down = facts.OfType<DatabaseDown>().Single();
        DatabaseUp up = facts.OfType<DatabaseUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(down.Cause, Is.EqualTo("log disk full"));
            Assert.That(down.At.SinceStart.TotalSeconds, Is.EqualTo(Day + 10_000).Within(1.1));
            Assert.That((up.At - down.At).TotalHours, Is.EqualTo(1).Within(0.001));
            Rebuilt(facts, Day + 6 * 3600);
        });
    }

    /// <summary>The sink never comes back within the run: the database stands still, and nobody looks every minute whether it is back.</summary>
    [Test]
    public void A_full_disk_that_nobody_clears_costs_no_events()
    {
        TrialRecord trial = Run("log disk: 20 GB", "throughput: 10 MB/s, zone: east.b", SinkLost("90d"), "2 MB/s");
        Assert.That(trial.Facts.OfType<DatabaseDown>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(Day + 10_000).Within(1.1));
        Assert.That(trial.Facts.OfType<DatabaseUp>(), Is.Empty);
        Assert.That(trial.Events, Is.LessThan(100));
    }

    /// <summary>Nothing happens to a sink that nobody has placed, even where its database stands in the zone that stops.</summary>
    [Test]
    public void A_sink_that_nobody_places_is_hit_by_no_fault()
    {
        IReadOnlyList<Fact> facts = Tell("", "keep: 30d", "  fire: { kind: destruction, hits: east.a, at: 1d, noticed: 5m, lasts: 1d }");
        DatabaseRestored restored = facts.OfType<DatabaseRestored>().Single();
        Assert.That(restored.At.SinceStart.TotalSeconds, Is.EqualTo(Day + 300).Within(1));
        Assert.That(restored.LossWindow.TotalSeconds, Is.LessThan(2));
    }

    [Test]
    public void A_slot_that_nobody_drops_gives_room_when_its_stream_moves_on()
    {
        IReadOnlyList<Fact> facts = Tell("log disk: 20 GB", "zone: east.b", SinkLost("6h"));
        DatabaseUp up = facts.OfType<DatabaseUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(up.At.SinceStart.TotalSeconds, Is.InRange(Day + 6 * 3600 + 199, Day + 6 * 3600 + 262), "a tenth of 20 GB at 10 MB/s, seen within a minute");
            Assert.That(up.How, Is.EqualTo("its log disk has room again"));
            Assert.That(facts.OfType<RebuildBegan>(), Is.Empty);
            Assert.That(facts.OfType<CaughtUp>().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public void A_slot_with_a_limit_loses_its_place_and_the_database_goes_on()
    {
        IReadOnlyList<Fact> facts = Tell("log disk: 50 GB\n    log kept: 20 GB", "zone: east.b", SinkLost("6h"));
        Assert.Multiple(() =>
        {
            Assert.That(facts.OfType<DatabaseDown>(), Is.Empty);
            Rebuilt(facts, Day + 6 * 3600);
        });
    }

    /// <summary>A copy takes 2000 s, in which 4 GB are written: twice what is kept. The limit holds on, so that the disk is never full.</summary>
    [Test]
    public void A_copy_that_takes_longer_than_its_log_is_kept_begins_again_and_again()
    {
        IReadOnlyList<Fact> facts = Tell("log disk: 3 GB\n    log kept: 2 GB", "zone: east.b", SinkLost("1h"));
        Assert.That(facts.OfType<RebuildBegan>().Take(4).Select(began => began.At.SinceStart.TotalSeconds), Is.EqualTo(new[] { 0, 2000, 4000, 6000 }.Select(copies => Day + 3600 + copies)).Within(1));
        Assert.That(facts.OfType<DatabaseDown>(), Is.Empty);
        Assert.That(facts.OfType<CaughtUp>(), Is.Empty);
    }

    [Test]
    public void A_copy_that_is_broken_off_begins_again()
    {
        IReadOnlyList<Fact> facts = Tell("log kept: 20 GB", "zone: east.b", SinkLost("6h") + "\n  again: { kind: crash, hits: east.b, at: 1d 6h 10m, noticed: 5m, lasts: 1h }");
        Assert.That(facts.OfType<RebuildBegan>().Select(began => began.At.SinceStart.TotalHours), Is.EqualTo(new[] { 30.0, 31 + 1 / 6.0 }).Within(0.001));
        Assert.That(facts.OfType<RebuildEnded>().Single().At.SinceStart.TotalHours, Is.EqualTo(31 + 1 / 6.0 + 2000 / 3600.0).Within(0.001));
    }

    [TestCase("12h", "zone: east.b", 2.0, TestName = "What_is_lost_with_the_primary_is_all_since_the_sink_was_lost")]
    [TestCase("1h", "zone: east.b", 0.0, TestName = "Once_it_has_caught_up_next_to_nothing_is_lost_with_the_primary")]
    [TestCase("12h", "zone: east.b, sink: flat file, keep: 30d", 2.0, TestName = "A_flat_file_is_replayed_upon_a_full_copy")]
    public void What_is_lost(string lasts, string stream, double hours)
    {
        IReadOnlyList<Fact> facts = Tell("", stream, SinkLost(lasts) + "\n  fire: { kind: destruction, hits: east.a, at: 1d 2h, noticed: 5m, lasts: 5d }");
        DatabaseRestored restored = facts.OfType<DatabaseRestored>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(hours).Within(0.002));
            Assert.That(restored.LostBytes, Is.EqualTo(hours * 7200e6).Within(6e6));
            if (stream.Contains("flat")) Assert.That(facts.OfType<RestorePhaseDone>().Select(phase => phase.Phase), Does.Contain("copy").And.Contain("replay"));
        });
    }

    /// <summary>The sink is back twelve hours after it was lost, and nobody has read anything there before.</summary>
    [Test]
    public void What_the_sink_holds_is_there_when_the_sink_is_back()
    {
        IReadOnlyList<Fact> facts = Tell("", "zone: east.b", SinkLost("12h") + "\n  fire: { kind: destruction, hits: east.a, at: 1d 2h, noticed: 5m, lasts: 5d }");
        DatabaseRestored restored = facts.OfType<DatabaseRestored>().Single();
        Assert.That(restored.At.SinceStart.TotalHours, Is.EqualTo(36).Within(0.001));
        Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(2).Within(0.001));
        CaughtUp caught = facts.OfType<CaughtUp>().Single();
        Assert.That((caught.Since.SinceStart.TotalHours, caught.At.SinceStart.TotalHours), Is.EqualTo((24.0, 36.0)), "it has all that is left, and what is written from then on reaches it at once");
    }

    [Test]
    public void A_copy_breaks_off_when_its_source_stops()
    {
        IReadOnlyList<Fact> facts = Tell("log kept: 20 GB", "zone: east.b", SinkLost("6h") + "\n  again: { kind: crash, hits: east.a, at: 1d 6h 10m, noticed: 5m, lasts: 1h }");
        Assert.That(facts.OfType<RebuildBegan>().Select(began => began.At.SinceStart.TotalHours).ToArray(), Is.EqualTo(new[] { 30.0, 31 + 1 / 6.0 }).Within(0.001));
        Assert.That(facts.OfType<RebuildEnded>().Single().At.SinceStart.TotalHours, Is.EqualTo(31 + 1 / 6.0 + 2000 / 3600.0).Within(0.001));
    }

    [Test]
    public void Nothing_is_offered_by_a_sink_that_is_gone()
    {
        IReadOnlyList<Fact> facts = Tell("", "zone: east.b", "  flood: { kind: destruction, hits: east.b, at: 1d, noticed: 5m, lasts: 12h }\n  fire: { kind: destruction, hits: east.a, at: 1d 2h, noticed: 5m, lasts: 5d }");
        Assert.That(facts.OfType<DatabaseLost>().Count(), Is.EqualTo(1));
    }

    /// <summary>Whatever keeps the log from its sink for six hours: the source keeps 43.2 GB for it, and it catches up at 10 - 2 MB/s.</summary>
    [TestCase("zone: east.b", "kind: partition, hits: east.b")]
    [TestCase("zone: west.x", "kind: partition, hits: west")]
    [TestCase("zone: west.x", "kind: partition, hits: links.coast")]
    [TestCase("zone: west.x", "kind: partition, hits: links.coast, direction: to west")]
    [TestCase("zone: west.x", "kind: crash, hits: west")]
    [TestCase("sink: object store, to: cellar, keep: 30d", "kind: crash, hits: east.c")]
    [TestCase("sink: object store, to: cellar, keep: 30d", "kind: partition, hits: east.c")]
    [TestCase("sink: object store, to: lake, keep: 30d", "kind: crash, hits: west")]
    [TestCase("sink: object store, to: lake, keep: 30d", "kind: partition, hits: west")]
    public void What_keeps_the_log_from_the_sink_holds_the_stream_up(string stream, string fault)
    {
        IReadOnlyList<Fact> facts = Tell("", stream, $"  apart: {{ {fault}, at: 1d, noticed: 5m, lasts: 6h }}");
        CaughtUp caught = facts.OfType<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(caught.Since.SinceStart.TotalSeconds, Is.EqualTo(Day).Within(0.01));
            Assert.That(caught.At.SinceStart.TotalSeconds, Is.EqualTo(Day + 7.5 * 3600).Within(1));
            Assert.That(caught.PeakBytes, Is.EqualTo(43.2e9).Within(0.001).Percent);
            Assert.That(facts.OfType<RebuildBegan>(), Is.Empty);
        });
    }

    [Test]
    public void One_zone_of_a_region_does_not_take_along_a_store_that_is_spread_over_it()
    {
        Assert.That(Tell("", "sink: object store, to: lake, keep: 30d", "  flood: { kind: destruction, hits: west.x, at: 1d, noticed: 5m, lasts: 6h }").OfType<FellBehind>(), Is.Empty);
    }

    /// <summary>The link carries 40 MB/s, and while it is slow 1 MB/s: 21.6 GB are left behind in six hours.</summary>
    [Test]
    public void A_slow_link_holds_the_stream_up()
    {
        IReadOnlyList<Fact> facts = Tell("", "zone: west.x", "  slow: { kind: slow, hits: links.coast, factor: 40, at: 1d, noticed: 5m, lasts: 6h }");
        CaughtUp caught = facts.OfType<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(caught.PeakBytes, Is.EqualTo(21.6e9).Within(0.01).Percent);
            Assert.That(caught.At.SinceStart.TotalSeconds, Is.EqualTo(Day + 6 * 3600 + 21.6e9 / 8e6).Within(2));
        });
    }

    [TestCase("sink: object store, to: lake, keep: 30d", "stores.lake")]
    [TestCase("sink: object store, to: cellar, keep: 30d", "east.c")]
    [TestCase("zone: west.x", "west.x")]
    public void A_sink_that_is_destroyed_gets_a_new_full_copy(string stream, string hits)
    {
        IReadOnlyList<Fact> facts = Tell("", stream, $"  flood: {{ kind: destruction, hits: {hits}, at: 1d, noticed: 5m, lasts: 6h }}");
        Rebuilt(facts, Day + 6 * 3600, stream.Contains("cellar") ? 2000 : 2500);
    }

    /// <summary>A batch of 2500 changes of 400 B a second is 1 MB/s: above the mean of 0.6 MB/s, below the peak of 1.1 MB/s.</summary>
    [Test]
    public void A_stream_that_is_too_slow_for_the_peak_falls_behind_once_a_day()
    {
        TrialRecord trial = Run("write size: 400 B", "batch: 2500 changes", "", "daily(low 0.1 MB/s high 1.1 MB/s peak 15h)");
        CaughtUp[] caught = [.. trial.Facts.OfType<CaughtUp>()];
        Assert.Multiple(() =>
        {
            Assert.That(caught, Has.Length.EqualTo(10));
            Assert.That(caught[0].Since.SinceStart.TotalHours, Is.EqualTo(13.8).Within(0.01), "where the rate passes 1 MB/s");
            Assert.That(caught[0].PeakBytes, Is.EqualTo(0.1e6 / 2 * 2.4 * 3600).Within(0.5).Percent, "a triangle of 0.1 MB/s over 2.4 h");
            Assert.That(trial.Events, Is.LessThan(400));
        });
    }

    private static void Rebuilt(IReadOnlyList<Fact> facts, double from, double copied = 2000)
    {
        Assert.That(facts.OfType<RebuildBegan>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(from).Within(1));
        Assert.That(facts.OfType<RebuildEnded>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(from + copied).Within(1), "100 GB at 50 MB/s, or at the 40 MB/s of the link");
        Assert.That(facts.OfType<CaughtUp>().Count(), Is.EqualTo(1));
    }

    private static string SinkLost(string lasts) => $"  sink-lost: {{ kind: crash, hits: east.b, at: 1d, noticed: 5m, lasts: {lasts} }}";

    private static IReadOnlyList<Fact> Tell(string database, string stream, string faults) => Run(database, $"throughput: 10 MB/s, {stream}", faults, "2 MB/s").Facts;

    private static TrialRecord Run(string database, string stream, string faults, string writes)
    {
        string text = $$"""
            version: 1
            name: story
            question: What is lost?
            run: { length: 10d, trials: 1, seed: 1 }
            regions:
              east: { zones: [a, b, c] }
              west: { zones: [x, y] }
            links:
              coast: { between: [east, west], latency: 40ms, bandwidth: 40 MB/s }
            stores:
              cellar: { zone: east.c, read: 1 GB/s }
              lake: { region: west, read: 1 GB/s }
            databases:
              shop:
                zone: east.a
                data: 100 GB
                writes: {{writes}}
                backups:
                  stream: { kind: change stream, every: 1s, {{stream}} }
                {{(database.Length == 0 ? "restore: { copy: 200 MB/s }" : database)}}
            {{(faults.Length == 0 ? "" : "faults:\n" + faults)}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, "story");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 1).Run(0);
    }
}
