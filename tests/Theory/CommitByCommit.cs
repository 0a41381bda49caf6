using System.Globalization;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.Models.Workloads;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Theory;

/// <summary>
/// The flow against a loop that knows nothing of flows: commits arrive one by one, stand in a queue before the link, cross it, and are there or not when the
/// primary's zone is lost. Fifty random arrangements of every mode: bursts above and below the link's rate, a link that is cut before the loss or not. The loop's
/// lost commits must weigh what the simulator says, within four standard errors of the arrivals and two commits.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class CommitByCommit
{
    private const int Arrangements = 50;
    private const int Draws = 5;

    private sealed record Arranged(string Mode, int Size, int Base, int Burst, int Lasts, double Latency, int Bandwidth, double? Cut, double Lost)
    {
        public const double BurstAt = 6 * 3600;

        public const double Timeout = 10;

        public bool Waits => Mode is not ("async" or "logical");

        public string Text => string.Create(CultureInfo.InvariantCulture, $$"""
            version: 1
            name: commit-by-commit
            question: What is lost?
            run: { length: 1d, trials: 1 }
            regions: { home: { zones: [a] }, far: { zones: [x] } }
            links: { coast: { between: [home, far], latency: {{Latency * 1000:0}}ms, bandwidth: {{Bandwidth}} B/s } }
            databases:
              shop:
                zone: home.a
                data: 1 GB
                writes: bursts(base {{Base}} B/s burst {{Burst}} B/s every 6h lasts {{Lasts}}s)
                write size: {{Size}} B
                standbys: { spare: { zone: far.x, replication: {{Mode}}, promotable: true, timeout: {{Timeout}}s } }
                failover: { probe: 1s, misses: 1, timeout: 1s, promote: 1s, switch: 0s }
            faults:
              gone: { kind: crash, hits: home.a, at: {{(BurstAt + Lost) * 1000:0}}ms, noticed: 1h, lasts: 5h }
            {{(Cut is { } cut ? $"  cut: {{ kind: partition, hits: links.coast, at: {(BurstAt + cut) * 1000:0}ms, noticed: 1h, lasts: 5h }}" : "")}}
            """);
    }

    [TestCase("async")]
    [TestCase("logical")]
    [TestCase("semi-sync")]
    [TestCase("remote write")]
    [TestCase("flush")]
    [TestCase("storage")]
    [TestCase("remote apply")]
    public void A_loop_over_single_commits_loses_what_the_flow_does(string mode)
    {
        int seed = mode.Length * 31 + mode[0], losing = 0;
        var random = new Random(seed);
        for (int number = 0; number < Arrangements; number++)
        {
            Arranged arranged = Draw(mode, random);
            (double flow, Workload writes) = Flow(arranged);
            double lost = 0, arrivals = 0;
            for (int draw = 0; draw < Draws; draw++)
            {
                (int all, int gone) = Loop(arranged, writes, random);
                lost += gone;
                arrivals += all;
            }
            double error = arranged.Size * (4 * Math.Sqrt(arrivals) / Draws + 2);
            Assert.That(lost * arranged.Size / Draws, Is.EqualTo(flow).Within(error), $"seed {seed}, arrangement {number}:\n{arranged.Text}");
            if (flow > arranged.Size) losing++;
        }
        TestContext.Out.WriteLine($"seed {seed}: {mode} loses something in {losing} of {Arrangements} arrangements");
        Assert.That(losing, Is.GreaterThan(Arrangements / 5));
    }

    private static Arranged Draw(string mode, Random random)
    {
        int size = random.Next(100, 8000), burst = random.Next(100, 500) * size, lasts = random.Next(20, 60);
        bool waits = mode is not ("async" or "logical"), isCut = waits ? random.Next(3) > 0 : random.Next(3) == 0;
        // Who waits is held back by a narrow link, so nothing queues before it; who does not may fall behind.
        int bandwidth = waits ? burst * 4 : random.Next(burst / 4, burst * 2);
        double lost = random.Next(1, 2 * lasts) + 30, cut = random.Next(1, (int)lost) - 0.5;
        return new Arranged(mode, size, burst / random.Next(3, 20), burst, lasts, random.Next(1, 90) / 1000.0, bandwidth, isCut ? cut : null, lost);
    }

    private static (double LostBytes, Workload Writes) Flow(Arranged arranged)
    {
        ReadStudy read = ScenarioFile.Parse(arranged.Text, "arrangement.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, arranged.Text);
        Scenario scenario = read.Study!.Variants[0].Scenario;
        FailedOver[] failovers = [.. PreparedScenario.Prepare(scenario, 1).Run(0).Facts.OfType<FailedOver>()];
        Assert.That(failovers, Has.Length.EqualTo(1), arranged.Text);
        return (failovers[0].LostBytes, scenario.Databases[0].Value.Writes);
    }

    /// <summary>One commit after the other, from a quiet second before the burst until the loss; times are seconds after the burst's beginning.</summary>
    private static (int All, int Lost) Loop(Arranged arranged, Workload writes, Random random)
    {
        int all = 0, lost = 0;
        double service = (double)arranged.Size / arranged.Bandwidth, cut = arranged.Cut ?? double.PositiveInfinity, free = -1, peak = writes.Peak / arranged.Size;
        for (double at = -1; (at -= Math.Log(1 - random.NextDouble()) / peak) < arranged.Lost;)
        {
            if (random.NextDouble() * peak > writes.RateAt(Instant.After(TimeSpan.FromSeconds(Arranged.BurstAt + at)), TimeSpan.Zero) / arranged.Size) continue;
            // While the primary waits for a standby that is silent, clients wait too: nothing new is written.
            if (arranged.Waits && at > cut && at < cut + Arranged.Timeout) continue;
            all++;
            free = Math.Max(free, at) + service;
            double received = free + arranged.Latency;
            bool isThere = received <= Math.Min(arranged.Lost, cut);
            double answered = received + arranged.Latency <= cut ? received + arranged.Latency : cut + Arranged.Timeout;
            double acknowledged = !arranged.Waits ? at : at > cut ? at : answered;
            if (acknowledged <= arranged.Lost && !isThere) lost++;
        }
        return (all, lost);
    }
}
