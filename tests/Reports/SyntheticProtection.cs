using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Reports;

/// <summary>
/// A study of databases that nobody shares, from journals that are made up: a standby and a change stream that fall behind, a zone that is lost, a
/// restore. Nothing is simulated, so measures, charts and pages can be tested without a model.
/// </summary>
public static class SyntheticProtection
{
    private const double Hour = 3600;

    private const string Yaml = """
        version: 1
        name: protection
        question: The zone of the shop burns down. What is lost, and when is it back?
        run: { length: 4d, trials: 40, seed: 7 }
        regions: { home: { zones: [a, b] }, away: { zones: [c] } }
        stores: { bucket: { region: away, read: 200 MB/s } }
        databases:
          shop:
            zone: home.a
            data: 200 GB
            writes: 5 MB/s
            standbys: { spare: { zone: home.b, replication: remote apply } }
            backups:
              nightly: { kind: snapshot, every: 24h, to: bucket }
              log: { kind: log, every: 5m, to: bucket }
              events: { kind: change stream, every: 1m }
        faults: { bulk-load: { kind: crash, hits: home.b, at: 10h, lasts: 4h, noticed: 0s }, fire: { kind: crash, hits: home.a, at: 58h, lasts: 1h, noticed: 0s } }
        vary:
          copies:
            asynchronous: {}
            semi-synchronous: { databases.shop.data: 201 GB }
            synchronous: { databases.shop.data: 202 GB }
        expect:
          - p95 loss of worst shop <= 5m
          - p99 commit latency of each shop <= 8ms
          - lost commits of shop = 0 in synchronous
          - lag of worst shop.spare <= 30s
          - stale reads of shop after 10ms <= 1%
          - stored of shop.nightly <= 2 TB
          - noticed of fire <= 1m
        """;

    /// <summary>The result, with so many variants of the three.</summary>
    public static StudyResult Make(int trials = 40, int variants = 3)
    {
        ReadStudy read = ScenarioFile.Parse(Yaml, "protection.yaml");
        Assert.That(read.Problems, Is.Empty);
        Study study = read.Study! with { Trials = trials, Variants = [.. read.Study!.Variants.Take(variants)] };
        study = study with { Expectations = [.. study.Expectations.Where(e => study.Variants.Any(v => e.SpeaksOf(v.Name)))] };
        return Experiment.Run(study, 1, (scenario, _) =>
        {
            int variant = study.Variants.ToList().FindIndex(v => ReferenceEquals(v.Scenario, scenario));
            return trial => new TrialRecord(Facts(variant, trial), (ulong)(trial * 10 + variant + 1), 100);
        });
    }

    /// <summary>The facts of one trial, oldest first.</summary>
    /// <param name="variant">0 asynchronous, 1 semi-synchronous, 2 synchronous.</param>
    /// <param name="trial">The trial: the higher, the later the fire and the slower the restore.</param>
    public static IReadOnlyList<Fact> Facts(int variant, int trial)
    {
        List<Fact> facts = [];
        double fire = 58 + trial % 12 * 0.5;
        facts.AddRange([new FaultBegan(At(10), "bulk-load", "the load is five times what it is"), new FaultEnded(At(14), "bulk-load", "it is through")]);
        facts.AddRange(Followers(variant, trial));
        facts.AddRange([new FaultBegan(At(fire), "fire", "zone home.a is gone"), new FaultNoticed(At(fire + 0.05), "fire")]);
        facts.Add(new DatabaseDown(At(fire), "shop", 0, "fire"));
        facts.AddRange(variant == 2 ? Failover(fire) : Restore(variant, trial, fire));
        facts.AddRange(Commits(variant, trial));
        facts.AddRange(Balance(variant, fire));
        return [.. facts.OrderBy(f => f.At)];
    }

    private static IEnumerable<Fact> Followers(int variant, int trial)
    {
        yield return Lag(0, "spare", 2e4, 0.004);
        yield return Lag(0, "events", 3e8, 60);
        if (variant == 2) yield break;
        double peak = (variant == 0 ? 34e9 : 9e9) * (1 + trial % 7 * 0.05);
        yield return new FellBehind(At(10), "shop", 0, "spare", "bulk-load");
        yield return Lag(10, "spare", 2e4, 0.004);
        yield return Lag(14, "spare", peak, 1.9 * Hour * peak / 34e9);
        yield return Lag(16, "spare", peak * 0.4, 0.9 * Hour * peak / 34e9);
        yield return Lag(19, "spare", 2e4, 0.004);
        yield return new CaughtUp(At(19), "shop", 0, "spare", At(10), peak, Span(1.9 * peak / 34e9));
        yield return new FellBehind(At(12), "shop", 0, "events", "its sink takes 1 MB/s");
        yield return Lag(12, "events", 3e8, 60);
        yield return Lag(26, "events", 62e9, 12 * Hour);
        yield return new RebuildBegan(At(26), "shop", 0, "events", "the log that it needs is gone", 200e9);
        yield return Lag(26, "events", 0, 0);
        yield return new RebuildEnded(At(31), "shop", 0, "events", At(26));
        yield return Lag(31, "events", 22e9, 5 * Hour);
        yield return Lag(34, "events", 3e8, 60);
        yield return new CaughtUp(At(34), "shop", 0, "events", At(12), 62e9, Span(12));
        if (variant != 1) yield break;
        yield return new Degraded(At(10.1), "shop", 0, "no answer from spare within 10 s");
        yield return new SyncResumed(At(19), "shop", 0, At(10.1));
    }

    private static IEnumerable<Fact> Failover(double fire)
    {
        yield return new FailedOver(At(fire + 0.02), "shop", 0, "home.b", TimeSpan.Zero, 0);
        yield return new DatabaseUp(At(fire + 0.02), "shop", 0, "standby");
    }

    private static IEnumerable<Fact> Restore(int variant, int trial, double fire)
    {
        double at = fire + 0.4, slow = 1 + trial % 5 * 0.1;
        (string Phase, double Hours, double Bytes)[] phases =
            [("provision", 0.1, 0), ("copy", 0.55, 200e9), ("open", 0.05, 0), ("replay", variant == 0 ? 1.1 : 0.3, 90e9), ("checkpoint", 0.08, 4e9), ("first query", 0.01, 0)];
        foreach ((string phase, double hours, double bytes) in phases)
        {
            yield return new RestorePhaseDone(At(at + hours * slow), "shop", 0, phase, At(at), bytes);
            at += hours * slow;
        }
        double loss = variant == 0 ? 180 + trial % 12 * 10 : trial % 12 * 20;
        yield return new DatabaseRestored(At(at), "shop", 0, At(fire) - TimeSpan.FromSeconds(loss), variant == 0 ? "nightly + log" : "events", TimeSpan.FromSeconds(loss), loss * 5e6);
        yield return new DatabaseUp(At(at), "shop", 0, "backup");
    }

    private static IEnumerable<Fact> Commits(int variant, int trial)
    {
        var random = new Random(100 * trial + variant);
        double middle = variant switch { 0 => 0.0006, 1 => 0.0018, _ => 0.0031 };
        TimeSpan[] latencies = [.. Enumerable.Range(0, 500).Select(_ => TimeSpan.FromSeconds(middle * Math.Exp(0.5 * Normal(random)))).Order()];
        yield return new CommitsFollowed(At(57), "shop", 0, "in sync", latencies);
        if (variant == 0) yield return new CommitsLost(At(57.9), "shop", 0, 120 + trial, 3);
        foreach (int after in (int[])[0, 1, 10])
            yield return new ReadsFollowed(At(57), "shop", 0, TimeSpan.FromMilliseconds(after), 1000, variant == 2 ? 0 : Math.Max(0, 60 - 6 * after + trial % 3));
    }

    private static IEnumerable<Fact> Balance(int variant, double fire)
    {
        yield return new PointsOffered(At(96), "shop", 0, "nightly", [.. Enumerable.Range(-3, 7).Select(day => Point(day * 24 + 2, 1, 7 * 24))]);
        yield return new PointsOffered(At(96), "shop", 0, "log", [.. Enumerable.Range(-12, 1160).Select(i => Point(i / 12.0 + 0.03, 0.01, 7 * 24)).Where(p => p.Moment < At(fire))]);
        if (variant == 1) yield return new PointsOffered(At(96), "shop", 0, "events", [.. Enumerable.Range(-60, 5800).Select(i => Point(i / 60.0, 0.002, 7 * 24))]);
        yield return new BackupStored(At(96), "shop", 0, "nightly", 1.4e12);
        yield return new BackupStored(At(96), "shop", 0, "log", 0.6e12 * (variant + 1));
        double lost = variant == 2 ? 0 : 1.2e9;
        yield return new LedgerClosed(At(96), "shop", 0, 1.7e12, 1.7e12 - lost, lost, 0);
    }

    private static OfferedPoint Point(double cut, double takes, double keep) => new(At(cut), At(cut + takes), At(cut + keep));

    private static LagChanged Lag(double at, string follower, double bytes, double seconds) => new(At(at), "shop", 0, follower, bytes, TimeSpan.FromSeconds(seconds));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static TimeSpan Span(double hours) => TimeSpan.FromSeconds(Math.Round(hours * Hour));

    private static Instant At(double hours) => Instant.Start + Span(hours);
}
