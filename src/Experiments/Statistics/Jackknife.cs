using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// The interval of a figure of which only the estimate is known, from what becomes of it when each observation is left out in turn
/// (J. W. Tukey, "Bias and confidence in not-quite large samples", Annals of Mathematical Statistics 29, 1958; R. G. Miller, "The jackknife: a review",
/// Biometrika 61, 1974).
/// </summary>
public static class Jackknife
{
    /// <summary>The two-sided 95 % interval; null for fewer than three observations, or where a figure is not finite.</summary>
    /// <param name="whole">The figure over all observations.</param>
    /// <param name="without">The figure without each of them.</param>
    public static Interval? Interval(double whole, IReadOnlyList<double> without)
    {
        int n = without.Count;
        if (n < 3 || !double.IsFinite(whole) || without.Any(value => !double.IsFinite(value))) return null;
        double[] pseudo = [.. without.Select(value => n * whole - (n - 1) * value)];
        double mean = Student.Mean(pseudo), reach = Student.Quantile(Estimate.EachSide, n - 1) * Student.StandardError(pseudo);
        return new Interval(mean - reach, mean + reach);
    }
}
