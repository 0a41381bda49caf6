using System.Globalization;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Theory;

/// <summary>
/// What a simulated year costs, in events: not what is written in it, only what happens in it. One database with a daily course, a standby over a link
/// that the daily peak is nearly too much for, snapshots, log shipping, a change stream, and twenty crashes with failover and return.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class EventBudget
{
    [Test]
    public void A_year_of_one_database_costs_few_events_and_as_many_at_a_million_writes_a_second_as_at_one()
    {
        TrialRecord slow = Year(1), fast = Year(1_000_000);
        TestContext.Out.WriteLine($"{slow.Events} events at 1 write/s, {fast.Events} at 1,000,000; {slow.Facts.Count} and {fast.Facts.Count} facts");
        Assert.Multiple(() =>
        {
            Assert.That(slow.Facts.OfType<FailedOver>().Count(), Is.EqualTo(20));
            Assert.That(slow.Facts.OfType<FailedBack>().Count(), Is.EqualTo(20));
            Assert.That(slow.Facts.OfType<RebuildEnded>().Count(), Is.GreaterThanOrEqualTo(20), "the old primary has writes that the new one lacks");
            Assert.That(slow.Events, Is.LessThanOrEqualTo(20_000));
            Assert.That(fast.Events, Is.EqualTo(slow.Events));
        });
    }

    /// <summary>A write is 387 B of log. Data, link and whatever reads or applies are scaled with the writes, so that the story is the same.</summary>
    internal static TrialRecord Year(int writesPerSecond)
    {
        string B(double bytes) => $"{(bytes * writesPerSecond).ToString("0", CultureInfo.InvariantCulture)} B";
        string faults = string.Concat(Enumerable.Range(0, 20).Select(n => $"  crash-{n + 1}: {{ kind: crash, hits: home.a, at: {10 + 17 * n}d {(5 * n) % 24}h, noticed: 5m, lasts: {2 + n % 5}h }}\n"));
        string text = $$"""
            version: 1
            name: year
            question: What does a year cost?
            run: { length: 365d, trials: 1, seed: 1 }
            regions:
              home: { zones: [a, b], latency: 40ms }
              far: { zones: [x, y] }
            links:
              coast: { between: [home, far], latency: 40ms, bandwidth: {{B(1500)}}/s }
            stores:
              bucket: { region: far, read: {{B(200_000)}}/s, per stream: {{B(20_000)}}/s }
            databases:
              shop:
                zone: home.a
                data: {{B(1e7)}}
                writes: daily(low {{B(194)}}/s high {{B(580)}}/s peak 15h)
                write size: 387 B
                standbys:
                  spare: { zone: far.x, replication: async, apply: {{B(560)}}/s }
                failover: { probe: 10s, misses: 3, timeout: 5s, promote: 35s, switch: 10s, fail back: 1h }
                restore: { copy: {{B(1000)}}/s }
                backups:
                  daily: { kind: snapshot, every: 24h, to: bucket, keep: 30d }
                  log: { kind: log, every: 5m, to: bucket, keep: 30d }
                  stream: { kind: change stream, every: 500ms, zone: home.b, throughput: {{B(500)}}/s, copy: {{B(500)}}/s }
            faults:
            """ + "\n" + faults;
        ReadStudy read = ScenarioFile.Parse(text, "year");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 1).Run(0);
    }
}
