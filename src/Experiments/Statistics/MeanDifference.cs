using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Differences of means of finite values. Trials that met the same luck are paired: what is looked at is the difference in each of them, with Student's t
/// (Gosset 1908; for simulations A. M. Law, "Simulation Modeling and Analysis", 5th edition, section 10.2.1). Trials that did not are two samples of
/// whatever variances (B. L. Welch, "The generalization of Student's problem when several different population variances are involved", Biometrika 34, 1947).
/// </summary>
public static class MeanDifference
{
    /// <summary>The difference of paired values.</summary>
    /// <param name="a">The first side, trial by trial.</param>
    /// <param name="b">The second side, the same trials in the same order.</param>
    /// <param name="confidence">Confidence of the interval, in (0, 1).</param>
    /// <exception cref="ArgumentException">There are no values, or not as many on both sides.</exception>
    public static Difference Paired(IReadOnlyList<double> a, IReadOnlyList<double> b, double confidence)
    {
        if (a.Count != b.Count) throw new ArgumentException("values are paired one by one", nameof(b));
        double[] differences = [.. a.Zip(b, (before, after) => after - before)];
        int n = differences.Length;
        double mean = Student.Mean(differences), error = Student.StandardError(differences);
        (double, double) means = (Student.Mean(a), Student.Mean(b));
        if (n < 2) return Of(means, null, 1);
        // Where every trial shows the very same difference, its sign is all that is known: it is the same n times in a row.
        return error > 0 ? Of(means, Around(mean, error, n - 1, confidence), Tails(mean / error, n - 1))
            : Of(means, new Interval(mean, mean), mean == 0 ? 1 : Math.Min(1, Math.ScaleB(1, 1 - n)));
    }

    /// <summary>The difference of values that are not paired.</summary>
    /// <param name="a">What is known of the first side.</param>
    /// <param name="b">What is known of the second side.</param>
    /// <param name="confidence">Confidence of the interval, in (0, 1).</param>
    public static Difference Welch(Moments a, Moments b, double confidence)
    {
        double mean = b.Mean - a.Mean, va = a.Error * a.Error, vb = b.Error * b.Error;
        if (a.Count < 2 || b.Count < 2) return Of((a.Mean, b.Mean), null, 1);
        // Two constants: of all ways to deal the values out to both sides, two set them apart like this.
        if (va + vb <= 0) return Of((a.Mean, b.Mean), new Interval(mean, mean), mean == 0 ? 1 : Math.Min(1, 2 * Math.Exp(-SpecialFunctions.BinomialLn(a.Count + b.Count, a.Count))));
        double error = Math.Sqrt(va + vb);
        double degrees = (va + vb) * (va + vb) / (va * va / (a.Count - 1) + vb * vb / (b.Count - 1)); // Satterthwaite
        return Of((a.Mean, b.Mean), Around(mean, error, Math.Max(1, (int)degrees), confidence), Tails(mean / error, degrees));
    }

    private static Difference Of((double A, double B) means, Interval? interval, double p) => new(means.A, means.B, interval, Scores.Rounded(p));

    private static Interval Around(double mean, double error, int degrees, double confidence)
    {
        double reach = Student.Quantile((1 + confidence) / 2, degrees) * error;
        return new Interval(mean - reach, mean + reach);
    }

    private static double Tails(double t, double degrees) => 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t));
}

/// <summary>What a comparison of means needs to know of one side.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Count">How many values.</param>
public readonly record struct Moments(double Mean, double Error, int Count)
{
    /// <summary>Of values.</summary>
    public static Moments Of(IReadOnlyList<double> values) => new(Student.Mean(values), Student.StandardError(values), values.Count);

    /// <summary>The same values, each times a factor.</summary>
    public Moments Times(double factor) => new(Mean * factor, Error * Math.Abs(factor), Count);
}
