using NUnit.Framework;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Tests.Theory;

/// <summary>What a client waits for a commit, against closed forms and against a measured PostgreSQL pair.</summary>
[Parallelizable(ParallelScope.All)]
public class CommitLatencyTests
{
    private const int Draws = 20_000;
    private const ulong Seed = 15;

    private static readonly Commits s_measured = Defaults.Of(Commits.Shape);
    private static readonly Delay s_way = Delay.Always(TimeSpan.FromMilliseconds(1.22));

    // Medians at 200 commits a second and a one-way delay of 1 ms, whose round trip was measured as 2.44 ms. The standby's work was measured as a
    // range, and the measured median of each mode must lie in what that range allows, noise of 5 % beside it.
    [TestCase(Awaited.Receipt, 3.32)]
    [TestCase(Awaited.Flush, 6.16)]
    [TestCase(Awaited.Apply, 3.99)]
    public void A_measured_median_lies_within_the_spread_of_its_mode(Awaited awaited, double milliseconds)
    {
        double[] latencies = Latencies([new Confirming(s_way, s_measured.WorkUntil(awaited), s_way)], 1);
        TestContext.Out.WriteLine($"seed {Seed}: {awaited} median {latencies[Draws / 2]:0.00} ms, measured {milliseconds}");
        Assert.That(milliseconds, Is.InRange(0.95 * latencies[Draws / 100], 1.05 * latencies[Draws - Draws / 100]));
    }

    [Test]
    public void A_remote_write_costs_the_local_part_a_round_trip_and_the_standbys_work()
    {
        double[] latencies = Latencies([new Confirming(s_way, s_measured.StandbyWrite, s_way)], 1);
        Assert.That(latencies[Draws / 2], Is.EqualTo(3.32).Within(5).Percent, "measured");
        Mean(latencies, (s_measured.Local.Seconds.Mean + 0.65e-3 + 2.44e-3) * 1e3);
    }

    [Test]
    public void Who_waits_for_nobody_waits_for_the_local_part()
    {
        double[] latencies = Latencies([new Confirming(s_way, s_measured.StandbyFlush, s_way)], 0);
        Assert.That(latencies[Draws / 2], Is.EqualTo(0.295).Within(2).Percent);
        Assert.That(latencies[Draws * 95 / 100], Is.EqualTo(0.47).Within(2).Percent);
    }

    // Of n answers uniform on (0, 1 ms) the k-th comes after k / (n + 1) ms on average.
    [TestCase(1, 1)]
    [TestCase(1, 3)]
    [TestCase(2, 3)]
    [TestCase(3, 3)]
    [TestCase(2, 5)]
    public void The_kth_of_n_answers_ends_the_wait(int needed, int asked)
    {
        Confirming answer = new(Delay.None, new Delay(new Uniform(0, 1e-3)), Delay.None);
        var stream = new Streams(Seed, asked).Get("commits", "latency");
        double[] latencies = [.. Enumerable.Range(0, Draws).Select(_ => CommitLatency.Draw(Delay.None, [.. Enumerable.Repeat(answer, asked)], needed, stream).TotalMilliseconds)];
        Mean(latencies, needed / (asked + 1.0));
    }

    [Test]
    public void A_commit_draws_the_same_numbers_whether_it_waits_or_not()
    {
        RandomStream waits = new Streams(Seed, 0).Get("commits", "latency"), alone = new Streams(Seed, 0).Get("commits", "latency");
        Confirming far = new(s_way, s_measured.StandbyFlush, s_way);
        for (int commit = 0; commit < 100; commit++)
            Assert.That(CommitLatency.Draw(s_measured.Local, [far], 1, waits), Is.GreaterThan(CommitLatency.Draw(s_measured.Local, [far], 0, alone)));
        Assert.That(waits.Draws, Is.EqualTo(alone.Draws), "so that variants of a design meet the same luck");
    }

    private static double[] Latencies(IReadOnlyList<Confirming> asked, int needed)
    {
        RandomStream stream = new Streams(Seed, 0).Get("commits", "latency");
        return [.. Enumerable.Range(0, Draws).Select(_ => CommitLatency.Draw(s_measured.Local, asked, needed, stream).TotalMilliseconds).Order()];
    }

    private static void Mean(double[] values, double exact)
    {
        double mean = values.Average(), error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length / values.Length);
        TestContext.Out.WriteLine($"seed {Seed}: mean {mean:0.0000} +- {error:0.0000} ms, exact {exact:0.0000}");
        Assert.That(mean, Is.EqualTo(exact).Within(4 * error));
    }
}
