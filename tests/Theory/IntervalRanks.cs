using Simulator.Experiments.Statistics;
using Bounds = Simulator.Experiments.Statistics.Estimate;

namespace Simulator.Tests.Theory;

/// <summary>Ranks of the intervals of quantiles, against the table of published ones.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IntervalRanks
{
    [TestCase(100, 0.50, 40, 61)]
    [TestCase(100, 0.90, 84, 96)]
    [TestCase(200, 0.95, 184, 197)]
    [TestCase(1000, 0.95, 936, 964)]
    [TestCase(1000, 0.99, 983, 997)]
    [TestCase(10000, 0.99, 9880, 9920)]
    public void Are_those_of_the_binomial_distribution(int trials, double share, int low, int high) =>
        Assert.That(OrderStatistics.Ranks(trials, share), Is.EqualTo((low, high)));

    [TestCase(0.90, 29)]
    [TestCase(0.95, 59)]
    [TestCase(0.99, 299)]
    [TestCase(0.999, 2995)]
    public void The_largest_value_is_an_upper_bound_only_from(double share, int trials)
    {
        Assert.That(OrderStatistics.UpperRank(trials, share, Bounds.OneSided), Is.EqualTo(trials));
        Assert.That(OrderStatistics.UpperRank(trials - 1, share, Bounds.OneSided), Is.Null);
        Assert.That(OrderStatistics.Needed(share, upper: true), Is.EqualTo(trials));
        Assert.That(OrderStatistics.Needed(1 - share, upper: false), Is.EqualTo(trials));
    }

    [Test]
    public void The_interval_of_p99_exists_only_from_368()
    {
        Assert.That(OrderStatistics.Ranks(367, 0.99), Is.Null);
        Assert.That(OrderStatistics.Ranks(368, 0.99), Is.Not.Null);
        Assert.That(OrderStatistics.NeededForInterval(0.99), Is.EqualTo(368));
    }

    [TestCase(100, 0.07, 7)]
    [TestCase(400, 0.50, 200)]
    [TestCase(3, 0.50, 2)]
    [TestCase(1, 0.99, 1)]
    public void The_estimate_stands_at_the_rank_that_rounds_up(int count, double share, int rank) =>
        Assert.That(OrderStatistics.Rank(count, share), Is.EqualTo(rank));

    [Test]
    public void Infinite_values_reach_into_the_upper_end_only()
    {
        double[] values = [.. Enumerable.Range(1, 98).Select(i => (double)i), double.PositiveInfinity, double.PositiveInfinity];
        Bounds p90 = OrderStatistics.Quantile(values, values, 0.90), p95 = OrderStatistics.Quantile(values, values, 0.95);
        Assert.That(p90.Interval, Is.EqualTo(new Simulator.Experiments.Results.Interval(84, 96)));
        Assert.That(p95.Value, Is.EqualTo(95));
        Assert.That(p95.Interval!.Value.High, Is.EqualTo(double.PositiveInfinity));
    }
}
