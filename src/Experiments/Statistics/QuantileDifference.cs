using Simulator.Experiments.Results;
using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Differences of quantiles over trials, with percentile intervals of the bootstrap: whole trials are drawn again with replacement, so that both sides of a
/// paired trial stay together (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 8 and 13; p-values with one added on both
/// sides of the fraction, as in A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 4.2). Infinite values are values like others.
/// </summary>
public static class QuantileDifference
{
    /// <summary>The difference of a quantile.</summary>
    /// <param name="a">The first side's values, in trial order.</param>
    /// <param name="b">The second side's values, in trial order.</param>
    /// <param name="share">Which quantile, in (0, 1).</param>
    /// <param name="arePaired">Whether the sides' trials belong together one by one.</param>
    /// <param name="confidence">Confidence of the interval, in (0, 1).</param>
    /// <param name="key">Where the luck of drawing trials again comes from.</param>
    /// <param name="draws">How often they are drawn again.</param>
    /// <returns>The difference; without interval, and with a p-value of 1, where a quantile of so few values has none.</returns>
    public static Difference Of(IReadOnlyList<double> a, IReadOnlyList<double> b, double share, bool arePaired, double confidence, ulong key, int draws)
    {
        Ranked first = new(a, share), second = new(b, share);
        double shown = Minus(second.Value, first.Value);
        if (Math.Min(a.Count, b.Count) < OrderStatistics.NeededForInterval(share)) return new Difference(first.Value, second.Value, null, 1);
        double[] differences = new double[draws];
        int[] timesA = new int[a.Count], timesB = arePaired ? timesA : new int[b.Count];
        for (int draw = 0; draw < draws; draw++)
        {
            Draw(timesA, Philox.Key(key, 2 * (ulong)draw));
            if (!arePaired) Draw(timesB, Philox.Key(key, 2 * (ulong)draw + 1));
            differences[draw] = Minus(second.Of(timesB), first.Of(timesA));
        }
        Array.Sort(differences);
        var interval = new Interval(OrderStatistics.Value(differences, (1 - confidence) / 2), OrderStatistics.Value(differences, (1 + confidence) / 2));
        int notAbove = differences.Count(d => d <= 0), notBelow = differences.Count(d => d >= 0);
        double p = shown == 0 ? 1 : Math.Min(1, 2.0 * (Math.Min(notAbove, notBelow) + 1) / (draws + 1));
        return new Difference(first.Value, second.Value, interval, Scores.Rounded(p));
    }

    private static double Minus(double b, double a) => a.Equals(b) ? 0 : b - a;

    /// <summary>Draws as many trials as there are, each time from all of them: how often each is drawn.</summary>
    private static void Draw(int[] times, ulong luck)
    {
        uint n = (uint)times.Length;
        Array.Clear(times);
        for (uint i = 0; i < n; i += 4)
        {
            (uint first, uint second, uint third, uint fourth) = Philox.Block(i, 0, 0, 0, (uint)luck, (uint)(luck >> 32));
            times[(ulong)first * n >> 32]++;
            if (i + 1 < n) times[(ulong)second * n >> 32]++;
            if (i + 2 < n) times[(ulong)third * n >> 32]++;
            if (i + 3 < n) times[(ulong)fourth * n >> 32]++;
        }
    }

    /// <summary>The values of one side in order, so that the quantile of drawn trials is found without sorting them anew.</summary>
    private sealed class Ranked
    {
        private readonly double[] _sorted;
        private readonly int[] _trial; // which trial has the value of a rank
        private readonly int _rank;

        internal Ranked(IReadOnlyList<double> values, double share)
        {
            _sorted = [.. values];
            _trial = [.. Enumerable.Range(0, values.Count)];
            Array.Sort(_sorted, _trial);
            _rank = OrderStatistics.Rank(values.Count, share);
        }

        internal double Value => _sorted[_rank - 1];

        internal double Of(int[] times)
        {
            int at = -1;
            for (int count = 0; count < _rank;) count += times[_trial[++at]];
            return _sorted[at];
        }
    }
}
