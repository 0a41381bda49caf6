using NUnit.Framework;
using Simulator.Experiments;
using Simulator.Models;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>
/// Flows and single commits tell of the same loss: for every replication mode, fifty random arrangements (rate, delay, write size, flushing, which copies
/// are lost and how), each in many trials. Given a trial's flow the counted commits are a Poisson number, so the difference of the sums has a
/// known error; it may be four of them.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class TwoFidelities
{
    private const int Arrangements = 50;
    private const int Trials = 10;

    private static IEnumerable<string> Modes => ReplicationMode.All.Select(mode => mode.Word);

    [TestCaseSource(nameof(Modes))]
    public void Counted_commits_weigh_what_the_flow_loses(string mode)
    {
        int seed = 300 + Modes.TakeWhile(other => other != mode).Count(), losing = 0;
        var random = new Random(seed);
        for (int arrangement = 0; arrangement < Arrangements; arrangement++)
        {
            (string text, double size) = Arranged(mode, random);
            PreparedScenario prepared = Prepared(text, (ulong)seed);
            double flow = 0, counted = 0;
            for (int trial = 0; trial < Trials; trial++)
            {
                IReadOnlyList<Simulator.Kernel.Fact> facts = prepared.Run(trial).Facts;
                flow += facts.OfType<FailedOver>().Sum(fact => fact.LostBytes) + facts.OfType<DatabaseRestarted>().Sum(fact => fact.LostBytes);
                counted += size * facts.OfType<CommitsLost>().Sum(fact => fact.Lost);
            }
            if (flow > 0) losing++;
            Assert.That(counted, Is.EqualTo(flow).Within(4 * Math.Sqrt(size * Math.Max(flow, counted)) + 1e-6), $"seed {seed}, arrangement {arrangement}:\n{text}");
        }
        TestContext.Out.WriteLine($"seed {seed}: {mode} loses something in {losing} of {Arrangements} arrangements");
        Assert.That(losing, Is.GreaterThan(Arrangements / 10), "arrangements that lose nothing test nothing");
    }

    [TestCase("semi-sync")]
    [TestCase("remote write")]
    [TestCase("flush")]
    [TestCase("storage")]
    [TestCase("remote apply")]
    public void Who_waits_for_the_copy_that_goes_on_loses_nothing_by_either_count(string mode)
    {
        var random = new Random(8);
        for (int arrangement = 0; arrangement < Arrangements; arrangement++)
        {
            string spare = $"zone: {Pick(random, "home.b", "far.x")}, replication: {mode}";
            Copies story = new Copies { Writes = $"{random.Next(10, 5000)} kB/s" }.With(Copies.Failover).With("commits: {}").With($"write size: {random.Next(100, 5000)} B")
                .Spare(spare).Suffers("crash", "home.a", "lasts: 1h").Run(arrangement);
            Assert.That(story.Only<FailedOver>().LostBytes, Is.Zero, spare);
            Assert.That(story.Only<CommitsLost>().Lost, Is.Zero, spare);
        }
    }

    private static (string Text, double Size) Arranged(string mode, Random random)
    {
        int size = random.Next(100, 8000);
        double perSecond = Math.Exp(random.NextDouble() * Math.Log(3000 / 10.0)) * 10;
        string flush = Pick(random, "each commit", "os cache every 1s", "memory every 200ms");
        Copies story = new Copies { Writes = $"{Math.Max(1, (int)(perSecond * size))} B/s" }.With($"write size: {size} B").With($"flush: {flush}").With("commits: {}");
        if (random.Next(4) > 0) story.With(Copies.Failover);
        story.Spare($"zone: {Pick(random, "home.b", "home.a", "far.x")}, replication: {mode}");
        if (random.Next(2) == 0) story.Spare("zone: far.y, replication: async", "other");
        story.Suffers("crash", Pick(random, "home.a", "shard.primary", "shard.primary", "shard.spare", "home"), $"lasts: {random.Next(1, 30)}s");
        if (random.Next(3) == 0) story.Suffers("crash", Pick(random, "shard.primary", "home.b"), "lasts: 10m", at: "2h");
        string text = story.Text().Replace("latency: 1ms", $"latency: {random.Next(1, 50) / 10.0}ms", StringComparison.Ordinal)
            .Replace("latency: 40ms", $"latency: {random.Next(5, 120)}ms", StringComparison.Ordinal);
        return (text, size);
    }

    private static PreparedScenario Prepared(string text, ulong seed)
    {
        var read = ScenarioFile.Parse(text, "arrangement.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, text);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, seed);
    }

    private static string Pick(Random random, params string[] words) => words[random.Next(words.Length)];
}
