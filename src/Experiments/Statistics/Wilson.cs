using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Shares of independent trials, with Wilson's score bounds (E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", JASA 22, 1927): they stay inside [0, 1] and say something even where nothing, or everything, was hit.
/// </summary>
public static class Wilson
{
    /// <summary>The share of trials that were hit, with its bounds.</summary>
    /// <param name="fewest">Trials that were surely hit.</param>
    /// <param name="most">Trials that may have been hit.</param>
    /// <param name="trials">All trials, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no trial, or more hits than trials.</exception>
    /// <param name="effective">How many independent trials say as much as these; null where they are independent.</param>
    public static Estimate Share(int fewest, int most, int trials, double? effective = null)
    {
        double independent = effective ?? trials;
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, trials);
        return new Estimate(
            (double)most / trials,
            Bound((double)fewest / trials, independent, -Scores.OneSided),
            Bound((double)most / trials, independent, Scores.OneSided),
            new Interval(Bound((double)fewest / trials, independent, -Scores.EachSide), Bound((double)most / trials, independent, Scores.EachSide)));
    }

    /// <summary>One-sided 95 % bounds of a share that was seen in so many trials; the number need not be whole.</summary>
    /// <param name="share">The share seen, in [0, 1].</param>
    /// <param name="trials">Number of trials, more than 0.</param>
    public static (double Lower, double Upper) Bounds(double share, double trials) =>
        (Bound(share, trials, -Scores.OneSided), Bound(share, trials, Scores.OneSided));

    /// <summary>Two-sided interval of a share at another confidence than 95 %.</summary>
    /// <param name="hits">Trials that were hit.</param>
    /// <param name="trials">All trials, at least 1.</param>
    /// <param name="confidence">In (0, 1).</param>
    public static Interval At(int hits, int trials, double confidence)
    {
        double score = Scores.Of((1 + confidence) / 2);
        return new Interval(Bound((double)hits / trials, trials, -score), Bound((double)hits / trials, trials, score));
    }

    private static double Bound(double share, double trials, double score)
    {
        if (score < 0 && share == 0) return 0; // where rounding would leave a hair
        if (score > 0 && share == 1) return 1;
        double square = score * score;
        double centre = share + square / (2 * trials);
        double spread = score * Math.Sqrt(share * (1 - share) / trials + square / (4 * trials * trials));
        return Math.Clamp((centre + spread) / (1 + square / trials), 0, 1);
    }
}
