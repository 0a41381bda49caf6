using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Databases.Log;
using Simulator.Models.Distributions;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Theory;

/// <summary>
/// Lost acknowledged commits by their closed forms. A commit is sent when the primary has it and is there a delay later; the primary is lost; then the
/// commits of the last stretch are told apart. Seeds are fixed; a mean may be four standard errors off.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class LostCommitsTests
{
    private const int Losses = 500;
    private const double WriteSize = 400;
    private const ulong Seed = 3;

    private static readonly Instant s_lostAt = Instant.After(TimeSpan.FromHours(1));
    private static readonly TimeSpan s_near = TimeSpan.FromMilliseconds(2);
    private static readonly Delay s_work = new(new Uniform(1e-3, 3e-3));
    private static readonly TimeSpan s_far = TimeSpan.FromMilliseconds(50);

    [TestCase(20)]
    [TestCase(2_000)]
    [TestCase(200_000)]
    public void An_asynchronous_standby_loses_the_rate_times_the_delay_and_keeps_nothing_untold(double perSecond)
    {
        WrittenLog log = Log(perSecond);
        (double[] lost, double[] untold) = Count(log, perSecond, new Loss(log, s_lostAt, log.At(s_lostAt - s_near), s_near, TimeSpan.Zero), [], 0);
        Mean(lost, perSecond * s_near.TotalSeconds);
        // A Poisson number's variance is its mean m; that of n of them is itself known to (m + 2 m^2) / n.
        double mean = perSecond * s_near.TotalSeconds, variance = lost.Sum(n => (n - lost.Average()) * (n - lost.Average())) / Losses;
        Assert.That(variance, Is.EqualTo(mean).Within(4 * Math.Sqrt((mean + 2 * mean * mean) / Losses)));
        Assert.That(untold, Is.All.Zero);
    }

    [TestCase(20)]
    [TestCase(2_000)]
    [TestCase(20_000)]
    public void A_standby_that_is_waited_for_loses_nothing_and_keeps_what_was_not_yet_told(double perSecond)
    {
        WrittenLog log = Log(perSecond);
        Loss loss = new(log, s_lostAt, log.At(s_lostAt), s_near, 2 * s_near + s_work.Mean);
        (double[] lost, double[] untold) = Count(log, perSecond, loss, [Standby(s_near)], 1);
        Assert.That(lost, Is.All.Zero, $"seed {Seed}");
        Mean(untold, perSecond * (2e-3 + s_near.TotalSeconds)); // received, but the answer was still to come
    }

    [Test]
    public void Where_the_near_standby_confirms_and_is_lost_too_the_far_one_lacks_the_difference()
    {
        const double PerSecond = 1_000;
        WrittenLog log = Log(PerSecond);
        TimeSpan lead = 2 * s_near + s_work.Mean;
        (double[] lost, double[] untold) = Count(log, PerSecond, new Loss(log, s_lostAt, log.At(s_lostAt - (s_far - lead)), s_far, lead), [Standby(s_near), Standby(s_far)], 1);
        Mean(lost, PerSecond * (s_far - lead).TotalSeconds);
        Assert.That(untold, Is.All.Zero, "the answer of the near one is quicker than the way to the far one");

        (lost, _) = Count(log, PerSecond, new Loss(log, s_lostAt, log.At(s_lostAt), s_far, 2 * s_far + s_work.Mean), [Standby(s_near), Standby(s_far)], 2);
        Assert.That(lost, Is.All.Zero, "both were waited for");
    }

    [Test]
    public void What_a_standby_was_behind_is_counted_however_much_it_is()
    {
        const double PerSecond = 10_000_000;
        WrittenLog log = Log(PerSecond);
        (double[] lost, _) = Count(log, PerSecond, new Loss(log, s_lostAt, log.At(s_lostAt - TimeSpan.FromMinutes(30)), s_near, TimeSpan.Zero), [], 0);
        Mean(lost, PerSecond * 1800);
    }

    private static (double[] Lost, double[] Untold) Count(WrittenLog log, double perSecond, Loss loss, IReadOnlyList<Confirming> asked, int needed)
    {
        Assert.That(log.RateAt(s_lostAt), Is.EqualTo(perSecond * WriteSize));
        (long Lost, long Untold)[] counted = [.. Enumerable.Range(0, Losses).Select(i =>
            LostCommits.Count(loss, WriteSize, asked, needed, new Streams(Seed, i).Get("commits", $"{perSecond:0}")))];
        return ([.. counted.Select(count => (double)count.Lost)], [.. counted.Select(count => (double)count.Untold)]);
    }

    private static Confirming Standby(TimeSpan way) => new(Delay.Always(way), s_work, Delay.Always(way));

    private static WrittenLog Log(double perSecond) => new(new Constant(perSecond * WriteSize), TimeSpan.Zero);

    private static void Mean(double[] counts, double exact)
    {
        double error = Math.Sqrt(exact / counts.Length);
        TestContext.Out.WriteLine($"seed {Seed}: mean {counts.Average():0.0000} +- {error:0.0000}, exact {exact:0.0000}");
        Assert.That(counts.Average(), Is.EqualTo(exact).Within(4 * error));
    }
}
