using MathNet.Numerics.Distributions;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using Bounds = Simulator.Experiments.Statistics.Estimate;

namespace Simulator.Tests.Theory;

/// <summary>A 95 % interval must hold the truth 95 times in 100: counted over 1,000 samples whose truth is known.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IntervalCoverage
{
    private const int Samples = 1000;
    private const int Least = 936; // 950, less two standard errors of a count out of 1,000: 2 * sqrt(1000 * 0.95 * 0.05)
    private const string Seeds = "sample s of 0 to 999 draws from seed 7919 s + 17";

    [TestCase(20, 0.50)]
    [TestCase(100, 0.90)]
    [TestCase(400, 0.99)]
    public void A_quantile_is_inside_its_interval(int trials, double share)
    {
        double truth = -Math.Log(1 - share); // exponential with mean 1
        int inside = Covered(random => Of(Exponentials(random, trials), share).Holds(truth));
        Assert.That(inside, Is.GreaterThanOrEqualTo(Least), $"an order-statistics interval is never less sure than it says; {Seeds}");
    }

    /// <summary>The cover of two ranks is exact, whatever the distribution: the chance that a binomial number lies between them (David and Nagaraja, section 7.1).</summary>
    [TestCase(20, 0.50)]
    [TestCase(100, 0.90)]
    [TestCase(400, 0.99)]
    public void The_cover_of_a_quantile_is_the_exact_one_of_its_ranks(int trials, double share)
    {
        (int low, int high) = OrderStatistics.Ranks(trials, share)!.Value;
        double cover = Binomial.CDF(share, trials, high - 1) - Binomial.CDF(share, trials, low - 1), truth = -Math.Log(1 - share);
        int inside = Covered(random => Of(Exponentials(random, trials), share).Holds(truth));
        Assert.That(inside / (double)Samples, Is.EqualTo(cover).Within(3 * Math.Sqrt(cover * (1 - cover) / Samples)), Seeds);
    }

    [Test]
    public void A_mean_is_inside_its_interval()
    {
        int inside = Covered(random => MeanOf(Exponentials(random, 200)).Holds(1));
        Assert.That(inside, Is.GreaterThanOrEqualTo(Least), Seeds);
    }

    [Test]
    public void A_share_is_inside_its_interval()
    {
        int inside = Covered(random => ShareOf(Enumerable.Range(0, 100).Count(_ => random.NextDouble() < 0.1)).Holds(0.1));
        Assert.That(inside, Is.GreaterThanOrEqualTo(Least), Seeds);
    }

    [TestCase(0.50)]
    [TestCase(0.90)]
    public void A_quantile_of_pooled_members_is_inside_its_interval_though_trials_share_their_luck(double share)
    {
        // A member is its trial's exponential plus its own: the sum is an Erlang variable of shape 2.
        double truth = share == 0.50 ? 1.67834699 : 3.88972017;
        int inside = Covered(random => Pooled(random, trials: 400, members: 20, share).Holds(truth));
        Assert.That(inside, Is.GreaterThanOrEqualTo(Least), Seeds);
    }

    [Test]
    public void Pooling_as_if_members_were_independent_would_be_far_too_sure()
    {
        int inside = Covered(random =>
        {
            double[] all = [.. Members(random, 60, 20).SelectMany(m => m).Order()];
            return OrderStatistics.Quantile(all, all, 0.5).Interval.Holds(1.67834699);
        });
        Assert.That(inside, Is.LessThan(700), "this is why the interval is clustered by trial");
    }

    private static Interval? Of(double[] sorted, double share) => OrderStatistics.Quantile(sorted, sorted, share).Interval;

    private static Interval? MeanOf(double[] values) => Student.Mean(values, values).Interval;

    private static Interval? ShareOf(int hits) => Wilson.Share(hits, hits, 100).Interval;

    private static int Covered(Func<Random, bool> holds) => Enumerable.Range(0, Samples).Count(seed => holds(new Random(seed * 7919 + 17)));

    private static double[] Exponentials(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => -Math.Log(1 - random.NextDouble())).Order()];

    private static double[][] Members(Random random, int trials, int members) =>
        [.. Enumerable.Range(0, trials).Select(_ =>
        {
            double shared = Exponentials(random, 1)[0];
            return Exponentials(random, members).Select(own => own + shared).ToArray();
        })];

    private static Interval? Pooled(Random random, int trials, int members, double share)
    {
        var pooled = new Clustered(Members(random, trials, members));
        return Clustered.QuantileOf(pooled, pooled, share).Interval;
    }
}

file static class Short
{
    public static bool Holds(this Interval? interval, double truth) => interval is { } i && i.Low <= truth && truth <= i.High;
}
