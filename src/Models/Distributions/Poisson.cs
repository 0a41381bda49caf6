using Simulator.Kernel.Arithmetic;

namespace Simulator.Models.Distributions;

/// <summary>Numbers of independent events in a stretch of time.</summary>
public static class Poisson
{
    /// <summary>Above this mean the normal approximation is used; its error in the quantile is then below one part in a thousand.</summary>
    private const double Large = 500;

    /// <summary>The inverse CDF: the smallest count whose probability of not being exceeded is above <paramref name="u"/>.</summary>
    /// <param name="mean">Expected number, not negative.</param>
    /// <param name="u">In [0, 1).</param>
    public static long Quantile(double mean, double u)
    {
        if (mean <= 0) return 0;
        if (mean > Large) return (long)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Gauss.Quantile(u)));
        double probability = PureMath.Exp(-mean);
        double sum = probability;
        long count = 0;
        while (u >= sum && probability > 0)
        {
            count++;
            probability *= mean / count;
            sum += probability;
        }
        return count;
    }
}
