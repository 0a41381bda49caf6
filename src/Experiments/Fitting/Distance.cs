using Simulator.Kernel.Arithmetic;

namespace Simulator.Experiments.Fitting;

/// <summary>How far a sample is from a distribution.</summary>
public static class Distance
{
    private const double Hair = 1e-15; // what rounding may make 0 or 1 must not make the distance infinite

    /// <summary>Kolmogorov and Smirnov's D: the largest distance between the two CDFs.</summary>
    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <param name="cumulative">The distribution's CDF.</param>
    public static double KolmogorovSmirnov(ReadOnlySpan<double> sorted, Func<double, double> cumulative)
    {
        double most = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double below = cumulative(sorted[i]);
            most = Math.Max(most, Math.Max((i + 1.0) / sorted.Length - below, below - (double)i / sorted.Length));
        }
        return most;
    }

    /// <summary>Anderson and Darling's A²: the squared distance over the whole range, with the tails weighing most (JASA 49, 1954).</summary>
    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <param name="cumulative">The distribution's CDF.</param>
    public static double AndersonDarling(ReadOnlySpan<double> sorted, Func<double, double> cumulative)
    {
        int n = sorted.Length;
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            // ln F(x_i) with weight 2i+1 and ln(1 - F(x_i)) with weight 2(n-i)-1: the same sum in one pass.
            double below = Math.Clamp(cumulative(sorted[i]), Hair, 1 - Hair);
            sum += (2 * i + 1) * PureMath.Log(below) + (2 * (n - i) - 1) * PureMath.Log(1 - below);
        }
        return -n - sum / n;
    }
}
