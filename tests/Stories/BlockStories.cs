using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>A block store runs out of room when a share of its nodes is cut off, and with its volumes the databases hang that are striped over them.</summary>
[Parallelizable(ParallelScope.All)]
public class BlockStories
{
    private const string Arranged = """
        version: 1
        name: storm
        question: How many databases hang when volumes all look for a new mirror at once?
        run: { length: 4d, trials: 1, seed: 3 }
        regions:
          east: { zones: [a, b] }
        stores:
          ebs:
            kind: block
            zone: east.a
            read: 1 GB/s
            volumes: { count: 10000, data: 10 GB, free: 5%, rebuild: 1 GB/s }
          bucket: { region: east, read: 1 GB/s }
        databases:
          shop:
            count: 400
            zone: east.a
            data: 10 GB
            writes: 1 MB/s
            volumes: 3 of ebs
        faults:
          cut: { kind: partition, hits: 10% of stores.ebs, at: 1h, lasts: 10m, noticed: 5m }
        recovery:
          answer:
            handles: [cut]
            steps:
              racks: { do: add room, store: ebs, room: 20%, takes: 1d }
              serve: { do: wait, needs: [racks] }
        """;

    private const double LostContact = 1800, OutOfReach = 100, Room = 1000; // 2 x 10 % x 90 %, 10 % x 10 %, 5 % of 20,000 copies

    [Test]
    public void What_finds_no_room_hangs_until_new_nodes_are_there_and_it_is_copied()
    {
        VolumesChanged[] told = [.. Run().OfType<VolumesChanged>()];
        Assert.That(told[0], Is.EqualTo(new VolumesChanged(At(1), "ebs", 10_000, 0, 0, 0, 0, 0)));
        Assert.That(told[1].Stuck, Is.EqualTo(LostContact - Room + OutOfReach).Within(1e-6));
        Assert.That(told[1].Rebuilding, Is.EqualTo(Room).Within(1e-6), "those go on");
        Assert.That(told.Last(fact => fact.At == At(1) + TimeSpan.FromMinutes(10)).Stuck, Is.EqualTo(LostContact - Room).Within(1e-6), "the others are in reach again, whole");
        VolumesChanged whole = told.First(fact => fact.Mirrored > 9_999.999 && fact.At > At(1));
        Assert.That((whole.At - (At(1) + TimeSpan.FromMinutes(5) + TimeSpan.FromDays(1))).TotalSeconds, Is.EqualTo(8_000).Within(1), "800 volumes of 10 GB at 1 GB/s");
    }

    [Test]
    public void A_database_hangs_with_any_of_its_volumes_and_comes_back_with_the_last_of_them()
    {
        IReadOnlyList<Fact> facts = Run();
        int stuck = facts.OfType<DatabaseStuck>().Count(fact => fact.At == At(1));
        double expected = 400 * (1 - Math.Pow(1 - 0.09, 3));
        Assert.That(stuck, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)), "1 - (1 - 9 %)^3");
        Assert.That(facts.OfType<DatabaseDown>().Count(), Is.EqualTo(facts.OfType<DatabaseStuck>().Count()), "a database that hangs is down");
        Assert.That(facts.OfType<DatabaseUp>().Count(), Is.EqualTo(facts.OfType<DatabaseUnstuck>().Count()));
        Assert.That(facts.OfType<LedgerClosed>().Sum(fact => fact.Lost), Is.Zero, "what hangs loses nothing");
    }

    [Test]
    public void Databases_come_back_later_than_volumes_because_each_needs_all_of_its_own()
    {
        IReadOnlyList<Fact> facts = Run(("3 of ebs", "20 of ebs"));
        Instant racks = At(25) + TimeSpan.FromMinutes(5);
        int StuckAfter(double seconds) => facts.OfType<DatabaseStuck>().Count() - facts.OfType<DatabaseUnstuck>().Count(fact => fact.At <= racks + TimeSpan.FromSeconds(seconds));

        Assert.That(StuckAfter(0), Is.EqualTo(400 * (1 - Math.Pow(1 - 0.08, 20))).Within(32), "four standard deviations");
        Assert.That(StuckAfter(4_000), Is.EqualTo(400 * (1 - Math.Pow(1 - 0.04, 20))).Within(40), "half of the volumes are back, but not half of the databases");
        Assert.That(StuckAfter(8_001), Is.Zero);
    }

    [Test]
    public void A_standby_elsewhere_takes_over_unless_it_fails()
    {
        const string Standby = "volumes: 3 of ebs\n    standbys: { far: { zone: east.b, replication: flush } }\n    failover: { promote: 10s, fails: 50% }";
        IReadOnlyList<Fact> facts = Run(("volumes: 3 of ebs", Standby));
        int stuck = facts.OfType<DatabaseStuck>().Select(fact => fact.Database).Distinct().Count();
        Assert.That(facts.OfType<FailedOver>().Count() + facts.OfType<FailoverRefused>().Count(), Is.EqualTo(stuck));
        Assert.That(facts.OfType<FailoverRefused>().Count(), Is.EqualTo(stuck / 2.0).Within(4 * Math.Sqrt(stuck / 4.0)));
        Assert.That(facts.OfType<FailedOver>().Sum(fact => fact.LostBytes), Is.Zero);
    }

    [Test]
    public void Searching_without_back_off_leaves_little_for_the_copies()
    {
        TimeSpan Rebuilt(string more) => Run(("rebuild: 1 GB/s", $"rebuild: 1 GB/s, {more}")).OfType<VolumesChanged>().First(fact => fact.Rebuilding == 0 && fact.At > At(1)).At - At(1);

        Assert.That(Rebuilt("retry: 30s").TotalSeconds, Is.EqualTo(10_000).Within(1), "10 TB at 1 GB/s");
        Assert.That(Rebuilt("retry: 30s, retry cost: 30 MB").TotalSeconds, Is.EqualTo(10_000 / 0.2).Within(1), "800 searches of 30 MB in 30 s take 800 MB/s");
        Assert.That(Rebuilt("retry: 30s, retry cost: 30 MB, back-off: 1h").TotalSeconds, Is.EqualTo(10_000).Within(600));
        IReadOnlyList<Fact> calmed = Run(("rebuild: 1 GB/s", "rebuild: 1 GB/s, retry cost: 30 MB"), ("racks: {", "calm: { do: calm, store: ebs }\n      racks: {"));
        Assert.That((calmed.OfType<VolumesChanged>().First(fact => fact.Rebuilding == 0 && fact.At > At(1)).At - At(1)).TotalSeconds, Is.EqualTo(10_000 + 0.8 * 300).Within(1), "stopped after five minutes");
    }

    [Test]
    public void Patience_spares_the_storm_and_going_on_spares_the_hanging()
    {
        Assert.That(Run(("rebuild: 1 GB/s", "rebuild: 1 GB/s, gives up after: 15m")).OfType<VolumesChanged>().Max(fact => fact.Stuck), Is.EqualTo(OutOfReach).Within(1e-6), "the nodes are back before");
        Assert.That(Run(("rebuild: 1 GB/s", "rebuild: 1 GB/s, gives up after: 5m")).OfType<VolumesChanged>().Max(fact => fact.Stuck), Is.EqualTo(LostContact - Room + OutOfReach).Within(1e-6));
        IReadOnlyList<Fact> goesOn = Run(("rebuild: 1 GB/s", "rebuild: 1 GB/s, without room: go on"));
        Assert.That(goesOn.OfType<VolumesChanged>().Max(fact => fact.Stuck), Is.EqualTo(OutOfReach).Within(1e-6));
        Assert.That(goesOn.OfType<VolumesChanged>().Max(fact => fact.Waiting), Is.EqualTo(LostContact - Room).Within(1e-6));
    }

    [Test]
    public void A_node_that_fails_in_the_storm_leaves_work_for_hands_and_a_lost_volume_is_restored_from_a_backup()
    {
        const string More = "race: { kind: crash, hits: 20% of stores.ebs, at: 2h, lasts: 10m, noticed: 0s }\n  cut: {";
        (string, string)[] changes =
        [
            ("cut: {", More), ("volumes: 3 of ebs", "volumes: 3 of ebs\n    backups: { nightly: { kind: snapshot, every: 1h, to: bucket, keep: 7d } }"),
            ("serve: {", "by-hand: { do: repair, store: ebs, needs: [racks], takes: 1m, fails: 50% }\n      serve: {"),
        ];
        IReadOnlyList<Fact> facts = Run(changes);
        VolumesChanged before = facts.OfType<VolumesChanged>().First(fact => fact.At == At(2)), end = facts.OfType<VolumesChanged>().Last();
        double hands = (before.Rebuilding + before.Stuck) * 0.2;
        Assert.That(end.Lost, Is.EqualTo(hands * 0.5).Within(1e-6), "the last copy of a fifth of those that had no mirror stopped, and half of them cannot be brought back");
        Assert.That(end.Mirrored, Is.EqualTo(10_000 - end.Lost).Within(1e-6));
        StripeLost[] lost = [.. facts.OfType<StripeLost>()];
        Assert.That(lost, Is.Not.Empty);
        Assert.That(facts.OfType<DatabaseRestored>().Select(fact => fact.Database), Is.EquivalentTo(lost.Select(fact => fact.Database)), "nobody has a plan for the failed nodes: people restore at once");
        Assert.That(facts.OfType<StepDone>().Single(fact => fact.Step == "by-hand").At - facts.OfType<StepDone>().Single(fact => fact.Step == "racks").At,
            Is.EqualTo(TimeSpan.FromMinutes(hands)).Within(TimeSpan.FromSeconds(1)), "one minute each, one after the other");
    }

    [Test]
    public void What_is_copied_may_wait_for_the_control_plane()
    {
        IReadOnlyList<Fact> facts = Run(("racks: {", "off: { do: detach, store: ebs }\n      on: { do: attach, store: ebs, takes: 2d }\n      racks: {"));
        Assert.That(facts.OfType<VolumesChanged>().Max(fact => fact.Held), Is.EqualTo((LostContact - Room) / 2).Within(1e-6), "either copy may be the one that is written to");
        Assert.That(facts.OfType<DatabaseUnstuck>().Max(fact => fact.At), Is.EqualTo(At(49) + TimeSpan.FromMinutes(5)));
    }

    [Test]
    public void Nodes_that_burn_take_volumes_with_them()
    {
        IReadOnlyList<Fact> facts = Run(("kind: partition", "kind: destruction"));
        Assert.That(facts.OfType<VolumesChanged>().Last().Lost, Is.EqualTo(OutOfReach).Within(1e-6), "both copies were on nodes that burned");
        Assert.That(facts.OfType<StripeLost>().Count(), Is.EqualTo(400 * 0.03).Within(4 * Math.Sqrt(12)));
    }

    [Test]
    public void Events_do_not_grow_with_the_volumes()
    {
        long Events(string count) => Prepared(("count: 10000", $"count: {count}"), ("10 GB, free", "10 kB, free"), ("count: 400", "count: 1")).Run(0).Events;
        Assert.That(Events("1000000000"), Is.EqualTo(Events("10000")).Within(10));
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static IReadOnlyList<Fact> Run(params (string Line, string Instead)[] changes) => Prepared(changes).Run(0).Facts;

    private static PreparedScenario Prepared(params (string Line, string Instead)[] changes)
    {
        string text = Arranged;
        foreach ((string line, string instead) in changes)
        {
            Assert.That(text, Does.Contain(line));
            text = text.Replace(line, instead, StringComparison.Ordinal);
        }
        ReadStudy read = ScenarioFile.Parse(text, "storm.yaml");
        Assert.That(read.Problems, Is.Empty);
        Study study = read.Study!;
        return PreparedScenario.Prepare(study.Variants[0].Scenario, study.Seed);
    }
}
