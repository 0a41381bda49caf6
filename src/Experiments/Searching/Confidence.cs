using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>
/// How many standard errors two designs must be apart in a round, so that over all rounds and all designs a wrong elimination happens 5 times in 100 at
/// the most: Bonferroni over the designs, and of the error that is left round j may spend 1 / (j (j + 1)), which sums to one.
/// </summary>
/// <param name="designs">How many designs are compared.</param>
/// <param name="round">The round, from 1.</param>
internal sealed class Confidence(int designs, int round)
{
    private const int ManyDegrees = 1_000_000; // as good as the normal distribution
    private readonly double _probability = 1 - (1 - Estimate.OneSided) / Math.Max(1, designs - 1) / ((double)round * (round + 1));
    private readonly Dictionary<int, double> _scores = [];

    /// <summary>The distance in standard errors, by Student's t.</summary>
    /// <param name="difference">The difference.</param>
    public double Distance(Difference difference)
    {
        int degrees = Math.Clamp(difference.Trials - 1, 1, ManyDegrees);
        if (!_scores.TryGetValue(degrees, out double score)) _scores[degrees] = score = Student.Quantile(_probability, degrees);
        return score;
    }

    /// <summary>How clear a difference is: 1 or more if the first design is worse beyond doubt, -1 or less if it is better.</summary>
    public double Clarity(Difference difference) => difference.Score / Distance(difference);
}
