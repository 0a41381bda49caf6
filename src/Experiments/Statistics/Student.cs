using MathNet.Numerics.Distributions;

namespace Simulator.Experiments.Statistics;

/// <summary>Means of independent values, with Student's t (W. S. Gosset, "The probable error of a mean", Biometrika 6, 1908).</summary>
public static class Student
{
    /// <summary>The mean of values and its bounds. One infinite value makes the mean, and what is known of it, infinite.</summary>
    /// <param name="atLeast">The values; where one is known only to be at least so much, that much.</param>
    /// <param name="atMost">The same values; where one is known only to be at least so much, infinity.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static Estimate Mean(IReadOnlyList<double> atLeast, IReadOnlyList<double> atMost) => new(
        Mean(atMost),
        Bound(atLeast, -1, Estimate.OneSided),
        Bound(atMost, +1, Estimate.OneSided),
        Estimate.Between(Bound(atLeast, -1, Estimate.EachSide), Bound(atMost, +1, Estimate.EachSide)));

    /// <summary>The arithmetic mean, summed in the order given.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Mean(IReadOnlyList<double> values)
    {
        if (values.Count == 0) throw new ArgumentException("the mean of no values does not exist", nameof(values));
        return Sum(values) / values.Count;
    }

    /// <summary>The sum, in the order given; 0 for no values.</summary>
    public static double Sum(IReadOnlyList<double> values)
    {
        double sum = 0;
        for (int i = 0; i < values.Count; i++) sum += values[i];
        return sum;
    }

    /// <summary>Standard error of the mean: standard deviation (n - 1) over the root of n; 0 for fewer than two values.</summary>
    public static double StandardError(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return 0;
        double mean = Mean(values), squares = 0;
        for (int i = 0; i < values.Count; i++) squares += (values[i] - mean) * (values[i] - mean);
        return Math.Sqrt(squares / (values.Count - 1) / values.Count);
    }

    /// <summary>
    /// The inverse CDF of Student's t. Rounded to ten decimals, so that the last bits of a platform's logarithm never reach a result.
    /// </summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Quantile(double probability, int degrees) =>
        Math.Round(StudentT.InvCDF(0, 1, degrees, probability), 10);

    private static double? Bound(IReadOnlyList<double> values, int side, double confidence)
    {
        if (values.Count < 2) return null;
        double mean = Mean(values);
        return double.IsInfinity(mean) ? mean : mean + side * Quantile(confidence, values.Count - 1) * StandardError(values);
    }
}
