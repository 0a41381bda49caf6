using MathNet.Numerics.Distributions;

namespace Simulator.Experiments.Searching;

/// <summary>What came of trying all designs.</summary>
/// <param name="Standings">How each design stands.</param>
/// <param name="Proven">Whether each design holds what must hold, beyond doubt.</param>
/// <param name="Chosen">The best designs that are proven, the one to take first: of one objective, or of several in order, one; else all that are on the front or may be; empty where no design is proven.</param>
/// <param name="Rounds">How many rounds it took.</param>
/// <param name="Sure">
/// About how probable it is that the first of the chosen is the best of all that may be feasible: 1 less the sum of the probabilities that another is better
/// (Chen 2000's approximate probability of correct selection, after Bonferroni); null where there is a front, or nothing chosen.
/// </param>
public sealed record RaceResult(IReadOnlyList<Standing> Standings, IReadOnlyList<bool> Proven, IReadOnlyList<int> Chosen, int Rounds, double? Sure)
{
    private const int ManyDegrees = 1_000_000;

    internal static RaceResult Of(IReadOnlyList<IContestant> designs, Ranking ranking, Rules rules, int rounds)
    {
        bool[] proven = [.. designs.Select((_, design) => ranking.IsProven(design))];
        IEnumerable<int> good = Enumerable.Range(0, designs.Count).Where(design => proven[design] && ranking.Standings[design].Place is (Place.Best or Place.Open));
        bool isOne = rules.InOrder || designs[0].Scores.Count == 1;
        int[] sorted = [.. good.OrderBy(design => design, Comparer<int>.Create((a, b) => Order(designs[a], designs[b])))];
        int[] chosen = isOne ? [.. sorted.Take(1)] : sorted;
        return new RaceResult(ranking.Standings, proven, chosen, rounds, isOne && chosen.Length > 0 ? SureOf(designs, ranking, rules, chosen[0]) : null);
    }

    /// <summary>By the first objective in which the estimates differ.</summary>
    private static int Order(IContestant a, IContestant b)
    {
        for (int objective = 0; objective < a.Scores.Count; objective++)
            if (a.Scores[objective].Estimate.Value.CompareTo(b.Scores[objective].Estimate.Value) is var order and not 0) return order;
        return 0;
    }

    private static double SureOf(IReadOnlyList<IContestant> designs, Ranking ranking, Rules rules, int chosen)
    {
        var confidence = new Confidence(designs.Count, 1);
        double wrong = 0;
        for (int other = 0; other < designs.Count; other++)
        {
            if (other == chosen || ranking.Standings[other].Place == Place.Infeasible) continue;
            Difference decisive = Versus.Of(designs[chosen], designs[other], rules, confidence).Decisive;
            if (!decisive.IsNone) wrong += Better(decisive);
        }
        return Math.Max(0, 1 - wrong);
    }

    /// <summary>How probable it is that the other one is better, given a difference.</summary>
    private static double Better(Difference difference) => double.IsInfinity(difference.Score)
        ? difference.Score > 0 ? 1 : 0
        : Math.Round(StudentT.CDF(0, 1, Math.Clamp(difference.Trials - 1, 1, ManyDegrees), difference.Score), 10);
}
