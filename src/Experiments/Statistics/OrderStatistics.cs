using MathNet.Numerics.Distributions;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Quantiles of independent values and their bounds, which are values of the sample at ranks that the binomial distribution gives: exact
/// for every continuous distribution, at least as sure for every other, and valid where values are infinite
/// (H. A. David and H. N. Nagaraja, "Order Statistics", 3rd edition, section 7.1).
/// </summary>
public static class OrderStatistics
{
    /// <summary>A quantile and its bounds.</summary>
    /// <param name="atLeast">The values, ascending; where one is known only to be at least so much, that much.</param>
    /// <param name="atMost">The same values, ascending; where one is known only to be at least so much, infinity.</param>
    /// <param name="share">Which quantile, in (0, 1): 0.99 for the 99th percentile.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Estimate Quantile(IReadOnlyList<double> atLeast, IReadOnlyList<double> atMost, double share)
    {
        int n = atMost.Count;
        (int Low, int High)? ranks = Ranks(n, share);
        return new Estimate(
            Value(atMost, share),
            LowerRank(n, share, Estimate.OneSided) is { } low ? atLeast[low - 1] : null,
            UpperRank(n, share, Estimate.OneSided) is { } high ? atMost[high - 1] : null,
            ranks is { } r ? new Interval(atLeast[r.Low - 1], atMost[r.High - 1]) : null);
    }

    /// <summary>The estimate: the smallest value that at least this share of the values do not exceed.</summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="share">In [0, 1].</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Value(IReadOnlyList<double> sorted, double share)
    {
        if (sorted.Count == 0) throw new ArgumentException("a quantile of no values does not exist", nameof(sorted));
        return sorted[Rank(sorted.Count, share) - 1];
    }

    /// <summary>The rank of the estimate, from 1.</summary>
    /// <param name="count">Number of values, at least 1.</param>
    /// <param name="share">In [0, 1].</param>
    public static int Rank(int count, double share) =>
        Math.Clamp((int)Math.Ceiling(share * count - 1e-9), 1, count); // 0.07 * 100 is a hair above 7

    /// <summary>Ranks of the two ends of the 95 % interval, equal-tailed; null where it does not exist.</summary>
    public static (int Low, int High)? Ranks(int count, double share) =>
        LowerRank(count, share, Estimate.EachSide) is { } low && UpperRank(count, share, Estimate.EachSide) is { } high ? (low, high) : null;

    /// <summary>The highest rank whose value is, this surely, not above the true quantile; null where none is.</summary>
    /// <param name="count">Number of values.</param>
    /// <param name="share">Which quantile, in (0, 1).</param>
    /// <param name="confidence">In (0, 1).</param>
    public static int? LowerRank(int count, double share, double confidence)
    {
        // P(value of rank r <= quantile) = P(Binomial(count, share) >= r), which falls with r.
        int rank = Search(0, count, r => 1 - AtMost(r, count, share) >= confidence);
        return rank == 0 ? null : rank;
    }

    /// <summary>The lowest rank whose value is, this surely, not below the true quantile; null where none is.</summary>
    /// <param name="count">Number of values.</param>
    /// <param name="share">Which quantile, in (0, 1).</param>
    /// <param name="confidence">In (0, 1).</param>
    public static int? UpperRank(int count, double share, double confidence)
    {
        // P(value of rank r >= quantile) = P(Binomial(count, share) <= r - 1), which grows with r.
        int below = Search(0, count, r => AtMost(r, count, share) < confidence);
        return below == count ? null : below + 1;
    }

    /// <summary>How many values a one-sided 95 % bound on a quantile takes, at the least: 299 for an upper bound of p99.</summary>
    /// <param name="share">Which quantile, in (0, 1).</param>
    /// <param name="upper">Whether the bound is from above.</param>
    public static int Needed(double share, bool upper) => Needed(share, upper, Estimate.OneSided);

    /// <summary>How many values a two-sided 95 % interval of a quantile takes, at the least: 368 for p99.</summary>
    /// <param name="share">Which quantile, in (0, 1).</param>
    public static int NeededForInterval(double share) => Math.Max(Needed(share, true, Estimate.EachSide), Needed(share, false, Estimate.EachSide));

    private static int Needed(double share, bool upper, double confidence)
    {
        double inside = upper ? share : 1 - share, missed = 1;
        int count = 0;
        while (missed > 1 - confidence)
        {
            missed *= inside;
            count++;
        }

        return count;
    }

    private static double AtMost(int below, int count, double share) => below <= 0 ? 0 : Binomial.CDF(share, count, below - 1);

    /// <summary>The number of ranks, from 1 on, for which a condition holds that holds up to some rank and not beyond.</summary>
    private static int Search(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            int middle = low + (high - low + 1) / 2;
            if (holds(middle)) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
