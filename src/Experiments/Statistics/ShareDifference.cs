using MathNet.Numerics.Distributions;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Differences of shares of trials. Paired: only trials in which the sides differ tell anything (Q. McNemar, "Note on the sampling error of the difference
/// between correlated proportions", Psychometrika 12, 1947, by the exact binomial distribution), with the interval of R. G. Newcombe, "Improved confidence intervals for the
/// difference between binomial proportions based on paired data", Statistics in Medicine 17, 1998 (method 10). Not paired: Fisher's exact test, and method 10 of
/// Newcombe's "Interval estimation for the difference between independent proportions", in the same volume.
/// </summary>
public static class ShareDifference
{
    /// <summary>The difference of shares of the same trials.</summary>
    /// <param name="a">Whether each trial was hit on the first side.</param>
    /// <param name="b">Whether the same trial was on the second.</param>
    /// <param name="confidence">Confidence of the interval, in (0, 1).</param>
    public static Difference Paired(IReadOnlyList<bool> a, IReadOnlyList<bool> b, double confidence)
    {
        if (a.Count != b.Count || a.Count == 0) throw new ArgumentException("trials are paired one by one, and there is at least one", nameof(b));
        int n = a.Count, onlyA = Count(n, i => a[i] && !b[i]), onlyB = Count(n, i => b[i] && !a[i]), both = Count(n, i => a[i] && b[i]);
        double p = onlyA + onlyB == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, onlyA + onlyB, Math.Min(onlyA, onlyB)));
        double phi = Correlation(both, onlyA, onlyB, n - both - onlyA - onlyB);
        return Of((both + onlyA, n), (both + onlyB, n), phi, p, confidence);
    }

    /// <summary>The difference of shares of trials that have nothing to do with each other.</summary>
    /// <param name="hitsA">Trials of the first side that were hit.</param>
    /// <param name="trialsA">All its trials, at least 1.</param>
    /// <param name="hitsB">Trials of the second side that were hit.</param>
    /// <param name="trialsB">All its trials, at least 1.</param>
    /// <param name="confidence">Confidence of the interval, in (0, 1).</param>
    public static Difference Unpaired(int hitsA, int trialsA, int hitsB, int trialsB, double confidence) =>
        Of((hitsA, trialsA), (hitsB, trialsB), 0, Fisher(hitsA, trialsA, hitsB, trialsB), confidence);

    private static Difference Of((int Hits, int Trials) a, (int Hits, int Trials) b, double phi, double p, double confidence)
    {
        double shareA = (double)a.Hits / a.Trials, shareB = (double)b.Hits / b.Trials, difference = shareB - shareA;
        Interval inA = Wilson.At(a.Hits, a.Trials, confidence), inB = Wilson.At(b.Hits, b.Trials, confidence);
        double low = Reach(shareB - inB.Low, inA.High - shareA, phi), high = Reach(inB.High - shareB, shareA - inA.Low, phi);
        return new Difference(shareA, shareB, new Interval(difference - low, difference + high), Scores.Rounded(p));
    }

    private static double Reach(double one, double other, double phi) => Math.Sqrt(Math.Max(0, one * one - 2 * phi * one * other + other * other));

    /// <summary>The correlation of both sides, made smaller where it is positive (the continuity correction of method 10).</summary>
    private static double Correlation(double both, double onlyA, double onlyB, double neither)
    {
        double n = both + onlyA + onlyB + neither, margins = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
        if (margins <= 0) return 0;
        double excess = both * neither - onlyA * onlyB;
        return (excess > 0 ? Math.Max(0, excess - n / 2) : excess) / Math.Sqrt(margins);
    }

    /// <summary>The probability, with all hits dealt out by chance, of a split that is no more likely than the one seen.</summary>
    private static double Fisher(int hitsA, int trialsA, int hitsB, int trialsB)
    {
        int all = trialsA + trialsB, hits = hitsA + hitsB;
        double seen = Hypergeometric.PMFLn(all, hits, trialsA, hitsA), sum = 0;
        for (int k = Math.Max(0, hits - trialsB); k <= Math.Min(hits, trialsA); k++)
            if (Hypergeometric.PMFLn(all, hits, trialsA, k) is var log && log <= seen + 1e-7) sum += Math.Exp(log);
        return Math.Min(1, sum);
    }

    private static int Count(int n, Func<int, bool> holds)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
            if (holds(i)) count++;
        return count;
    }
}
