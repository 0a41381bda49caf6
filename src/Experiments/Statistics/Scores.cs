using MathNet.Numerics.Distributions;

namespace Simulator.Experiments.Statistics;

/// <summary>Quantiles and probabilities of the normal distribution, rounded to ten decimals, so that the last bits of a platform's logarithm never reach a result.</summary>
public static class Scores
{
    /// <summary>The quantile of 0.95, of a bound on one side.</summary>
    public const double OneSided = 1.6448536269514722;

    /// <summary>The quantile of 0.975, of each side of a two-sided interval.</summary>
    public const double EachSide = 1.9599639845400545;

    /// <summary>The quantile of the standard normal distribution: 1.645 for 0.95.</summary>
    /// <param name="probability">In (0, 1).</param>
    public static double Of(double probability) => Math.Round(Normal.InvCDF(0, 1, probability), 10);

    /// <summary>The score that has a two-sided p-value: 1.96 for 0.05; 0 for 1, and no more than that of the smallest p-value that is told apart from 0.</summary>
    /// <param name="p">In [0, 1].</param>
    public static double OfP(double p) => p >= 1 ? 0 : -Of(Math.Max(p, 1e-10) / 2);

    /// <summary>A probability as it is told: to ten decimals, in [0, 1].</summary>
    internal static double Rounded(double probability) => Math.Clamp(Math.Round(probability, 10), 0, 1);
}
