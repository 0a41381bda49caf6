using System.Globalization;
using BenchmarkDotNet.Attributes;
using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Benchmarks;

/// <summary>
/// What a year of a protected database costs at one write a second and at a million: the same events, so about the same time. A write is 387 B of log; data,
/// link and whatever reads or applies are scaled with the writes, so that both are the same story.
/// </summary>
[MemoryDiagnoser]
public class Protection
{
    private PreparedScenario _prepared = null!;
    private int _trial;

    /// <summary>Writes a second, in the mean of a day.</summary>
    [Params(1, 1_000_000)]
    public int WritesPerSecond { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        ReadStudy read = ScenarioFile.Parse(Text(), "year");
        Study study = read.Study ?? throw new InvalidDataException(string.Join('\n', read.Problems));
        _prepared = PreparedScenario.Prepare(study.Variants[0].Scenario, study.Seed);
    }

    [Benchmark]
    public long OneYear() => _prepared.Run(_trial++).Events;

    private string Text() => $$"""
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

        """ + string.Concat(Enumerable.Range(0, 20).Select(n => $"  crash-{n + 1}: {{ kind: crash, hits: home.a, at: {10 + 17 * n}d {5 * n % 24}h, noticed: 5m, lasts: {2 + n % 5}h }}\n"));

    private string B(double bytes) => $"{(bytes * WritesPerSecond).ToString("0", CultureInfo.InvariantCulture)} B";
}
