using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>Work that piles up beside a database on one coast, with a standby on the other, while people repair it.</summary>
[Parallelizable(ParallelScope.All)]
public class QueueStories
{
    private const string Arranged = """
        version: 1
        name: hooks
        question: What waits, and for how long?
        run: { length: 4d, trials: 1, seed: 1 }
        regions:
          east: { zones: [dc, cloud] }
          west: { zones: [dc] }
        links:
          coast: { between: [east, west], latency: 30 ms }
        stores:
          bucket: { zone: east.cloud, read: 100 MB/s }
        databases:
          shop:
            zone: east.dc
            data: 360 GB
            writes: 1 MB/s
            standbys:
              far: { zone: west.dc, replication: async, apply: 50 MB/s }
              read: { zone: east.dc, replication: async, apply: 5 MB/s }
            failover: { promote: 5s, fencing: false }
            backups:
              full: { kind: full, every: 4h, to: bucket, keep: 7d }
            restore: { start: 0s }
        queues:
          hooks: { arrives: 10/s, serves: 30/s, expires: 6h, needs: [shop] }
          pages: { arrives: 1/s, serves: 3/s }
        faults:
          cut: { kind: partition, hits: east.dc, at: 1d, lasts: 1h, noticed: 2h }
        recovery:
          answer:
            handles: [cut]
            steps:
              stop: { do: pause, queues: [hooks, pages] }
              anew: { do: rebuild, needs: [stop] }
              back: { do: fail back, needs: [anew] }
              in-step: { do: follow, needs: [back] }
              go-on: { do: resume, needs: [in-step], queues: [hooks, pages] }
              empty: { do: drain, needs: [go-on], queues: [hooks, pages] }
        """;

    [Test]
    public void What_has_another_history_is_read_from_the_backup_and_the_database_goes_back_once_it_is_in_step()
    {
        IReadOnlyList<Fact> facts = Run();
        StepDone Done(string step) => facts.OfType<StepDone>().Single(fact => fact.Step == step);

        Assert.That(facts.OfType<FailedOver>().Single().To, Is.EqualTo("west.dc"));
        Assert.That(facts.OfType<RebuildBegan>(), Is.Empty, "nothing is copied over the link");
        Assert.That(Done("anew").Moved, Is.EqualTo(TimeSpan.FromHours(1)).Within(TimeSpan.FromMinutes(1)), "360 GB at 100 MB/s, once for the first and for the one that is read");
        Assert.That(facts.OfType<FailedBack>().Single().At, Is.InRange(Done("anew").At, Done("back").At));
        Assert.That(Done("in-step").At - Done("back").At, Is.GreaterThan(TimeSpan.FromMinutes(20)), "hours of log at 4 MB/s more than is written");
        Assert.That(facts.OfType<FailedOver>().Sum(fact => fact.LostBytes), Is.EqualTo(facts.OfType<LedgerClosed>().Single().Stranded).Within(facts.OfType<SplitBrainEnded>().Single().Bytes), "the rest stands on the old side");
    }

    [Test]
    public void What_is_paused_piles_up_expires_and_drains_and_nothing_of_it_is_forgotten()
    {
        IReadOnlyList<Fact> facts = Run();
        QueueResumed resumed = facts.OfType<QueueResumed>().Single(fact => fact.Queue == "pages");
        TimeSpan stood = resumed.At - resumed.Since;
        Assert.That(resumed.Since, Is.EqualTo(Instant.After(TimeSpan.FromHours(26))), "when people had noticed");
        Assert.That(resumed.Waiting, Is.EqualTo(stood.TotalSeconds).Within(1e-3));
        Assert.That(facts.OfType<QueueDrained>().Single(fact => fact.Queue == "pages").At - resumed.At, Is.EqualTo(stood / 2).Within(TimeSpan.FromSeconds(1)), "two more a second are served than come");
        Assert.That(facts.OfType<StepDone>().Single(fact => fact.Step == "empty").At, Is.EqualTo(facts.OfType<QueueDrained>().Max(fact => fact.At)));
        foreach (QueueClosed closed in facts.OfType<QueueClosed>())
        {
            Assert.That(closed.Served + closed.Expired + closed.Waiting, Is.EqualTo(closed.Arrived).Within(1e-6).Percent);
            Assert.That(closed.Waiting, Is.Zero);
        }
    }

    [Test]
    public void What_waits_longer_than_it_may_is_dropped()
    {
        QueueClosed Closed(string expires) => Run(("expires: 6h", $"expires: {expires}")).OfType<QueueClosed>().Single(fact => fact.Queue == "hooks");

        Assert.That(Closed("never").Expired, Is.Zero);
        Assert.That(Closed("1h").Expired, Is.GreaterThan(18_000), "it stood still for half an hour more than that");
        Assert.That(Closed("1h").Peak, Is.EqualTo(36_000).Within(1e-3), "an hour of what comes");
    }

    /// <summary>Nobody looks while it stands still. Then three leave where one came: what waited for D is dropped for (D - 1 h) / 2, unless somebody sees it and raises the lifetime.</summary>
    [TestCase("never", TestName = "What is too old at its turn is dropped then")]
    [TestCase("5m", TestName = "What is too old is dropped until somebody sees it and keeps the rest")]
    public void What_is_too_old_at_its_turn_is_dropped_until_somebody_sees_it(string seen)
    {
        (string, string) keep = ("      empty: {", "      seen: { do: work, needs: [go-on], takes: 5m }\n      kept: { do: keep, needs: [seen], queues: [hooks] }\n      empty: {");
        IReadOnlyList<Fact> facts = Run([("expires: 6h", "expires: 1h, dropped: at its turn"), .. seen == "never" ? [] : new[] { keep }]);
        QueueResumed resumed = facts.OfType<QueueResumed>().Single(fact => fact.Queue == "hooks" && fact.Waiting > 18_000);
        double dropping = ((resumed.At - resumed.Since).TotalSeconds - 3600) / 2;
        Assert.That(dropping, Is.GreaterThan(300));
        Assert.That(resumed.Expired, Is.Zero);
        Assert.That(facts.OfType<QueueClosed>().Single(fact => fact.Queue == "hooks").Expired, Is.EqualTo(30 * (seen == "never" ? dropping : 300)).Within(0.1));
        if (seen != "never") Assert.That(facts.OfType<QueueKept>().Single().Describe(), Does.Contain("drops nothing any more"));
    }

    [Test]
    public void A_queue_stands_still_while_a_database_that_it_works_on_is_down()
    {
        IReadOnlyList<Fact> facts = Run(("handles: [cut]", "handles: []"));
        QueuePaused[] paused = [.. facts.OfType<QueuePaused>()];
        Assert.That(paused.Select(fact => fact.Queue), Is.All.EqualTo("hooks"));
        Assert.That(paused.Select(fact => fact.At), Is.EqualTo(facts.OfType<DatabaseDown>().Select(fact => fact.At)));
        Assert.That(facts.OfType<QueueResumed>().Select(fact => fact.At), Is.EqualTo(facts.OfType<DatabaseUp>().Select(fact => fact.At)));
        Assert.That(paused[0].Describe(), Does.Contain("shop 0 is down"));
    }

    private static IReadOnlyList<Fact> Run(params (string Line, string Instead)[] changes)
    {
        string text = changes.Aggregate(Arranged, (so, change) => so.Replace(change.Line, change.Instead, StringComparison.Ordinal));
        ReadStudy read = ScenarioFile.Parse(text, "hooks.yaml");
        Assert.That(read.Problems, Is.Empty);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, read.Study.Seed).Run(0).Facts;
    }
}
