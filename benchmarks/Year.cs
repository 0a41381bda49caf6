using System.Globalization;
using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Benchmarks;

/// <summary>
/// A year of one protected database: a daily course, a standby over a link that the daily peak is nearly too much for, snapshots, log shipping, a change
/// stream, and twenty crashes with failover and return. What it costs is measured here, and its events are a gate among the tests.
/// </summary>
public static class Year
{
    /// <summary>The year, ready to be run.</summary>
    /// <param name="writesPerSecond">Writes of 387 B of log, in the mean of a day. Data, link and whatever reads or applies are scaled with them, so that it is the same story.</param>
    /// <exception cref="InvalidDataException">The language has changed: what is written here can no longer be read.</exception>
    public static PreparedScenario Of(int writesPerSecond)
    {
        ReadStudy read = ScenarioFile.Parse(Text(writesPerSecond), "year");
        Study study = read.Study ?? throw new InvalidDataException(string.Join('\n', read.Problems));
        return PreparedScenario.Prepare(study.Variants[0].Scenario, study.Seed);
    }

    private static string Text(int writesPerSecond)
    {
        string B(double bytes) => $"{(bytes * writesPerSecond).ToString("0", CultureInfo.InvariantCulture)} B";
        return $$"""
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
    }
}
