namespace Simulator.Experiments.Statistics.SteadyState;

/// <summary>
/// How much of the beginning of a long series is warm-up, by MSER-5: of means over five values each, so many are cut off that the standard error of the
/// mean of the rest is smallest (K. P. White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69, 1997;
/// K. P. White, M. J. Cobb and S. C. Spratt, "A comparison of five steady-state truncation heuristics for simulation", Winter Simulation Conference, 2000).
/// It looks at the first half alone: behind it a few values that happen to agree would decide.
/// </summary>
public static class Mser5
{
    /// <summary>Values that are averaged before one looks.</summary>
    public const int Group = 5;

    // With fewer means the smallest one is a matter of luck.
    private const int FewestGroups = 10;

    /// <summary>
    /// How many values to cut off, a multiple of five; null where the series is too short (under fifty values), or where its whole first half would
    /// go: then it has not settled, and nothing can be said of its steady state.
    /// </summary>
    /// <param name="series">The values in the order of time, of equal spans; finite.</param>
    public static int? WarmUp(IReadOnlyList<double> series)
    {
        int groups = series.Count / Group;
        if (groups < FewestGroups) return null;
        double sum = 0, squares = 0, least = double.PositiveInfinity;
        int cut = 0;
        double shift = series[^1]; // sums of squares of what is far from 0 would lose their digits
        for (int first = groups - 1; first >= 0; first--)
        {
            double mean = MeanOf(series, first) - shift;
            sum += mean;
            squares += mean * mean;
            int rest = groups - first;
            if (first * 2 > groups) continue;
            double spread = Math.Max(0, squares - sum * sum / rest) / ((double)rest * rest);
            // At equal spread less is cut.
            if (spread > least) continue;
            least = spread;
            cut = first;
        }

        return cut >= groups / 2 ? null : cut * Group;
    }

    private static double MeanOf(IReadOnlyList<double> series, int group)
    {
        double sum = 0;
        for (int i = 0; i < Group; i++) sum += series[group * Group + i];
        return sum / Group;
    }
}
