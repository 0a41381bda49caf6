using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;

namespace Simulator.Tests.Theory;

/// <summary>Ignorance and luck told apart, where the closed form is known.</summary>
[Parallelizable(ParallelScope.All)]
public class IgnoranceTests
{
    private const int Seeds = 400, Draws = 100;

    /// <summary>Of so many intervals at 95 % a few more than one in twenty may miss: three standard deviations of the binomial, and what a jackknife of 100 draws lacks.</summary>
    private const double Fewest = 0.95 - 3 * 0.0109 - 0.015;

    [TestCase(2.0, 1.0, 10)]
    [TestCase(1.0, 3.0, 5)]
    [TestCase(0.5, 1.0, 40)]
    public void A_normal_mean_with_a_normal_prior_splits_into_their_two_variances(double prior, double noise, int trials)
    {
        Check(prior * prior, noise * noise, (random, draws) =>
        {
            for (int d = 0; d < Draws; d++)
            {
                double mean = 10 + prior * Gauss.Quantile(random.NextDouble());
                draws.Add([.. Enumerable.Range(0, trials).Select(_ => mean + noise * Gauss.Quantile(random.NextDouble()))]);
            }
        });
    }

    /// <summary>Theta is beta(1, b): its variance is b / ((1 + b)² (2 + b)), and the mean of theta (1 - theta) is b / ((1 + b)(2 + b)); the share of ignorance is 1 / (2 + b).</summary>
    [TestCase(1.0, 20)]
    [TestCase(3.0, 20)]
    public void A_coin_of_uncertain_bias_splits_as_the_beta_binomial_does(double b, int trials)
    {
        double between = b / ((1 + b) * (1 + b) * (2 + b)), within = b / ((1 + b) * (2 + b));
        Assert.That(between / (between + within), Is.EqualTo(1 / (2 + b)).Within(1e-12));
        Check(between, within, (random, draws) =>
        {
            for (int d = 0; d < Draws; d++)
            {
                double theta = 1 - PureMath.Pow(1 - random.NextDouble(), 1 / b);
                draws.Add([.. Enumerable.Range(0, trials).Select(_ => random.NextDouble() < theta ? 1.0 : 0.0)]);
            }
        });
    }

    [Test]
    public void A_linear_model_has_the_shares_of_its_squared_coefficients()
    {
        double[] weights = [3, 2, 1], shares = [.. weights.Select(w => w * w / 14)];
        double[] sums = new double[3];
        int[] covered = new int[3];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            double[][] places = [.. weights.Select(_ => Enumerable.Range(0, Draws).Select(_ => random.NextDouble()).ToArray())];
            // Each draw's mean has luck of a fifth of the variance upon it, which the shares must not see.
            double variance = 14 / 12.0, luck = variance / 5;
            double[] means = [.. Enumerable.Range(0, Draws).Select(d => weights.Select((w, i) => w * places[i][d]).Sum() + Math.Sqrt(luck) * Gauss.Quantile(random.NextDouble()))];
            for (int i = 0; i < weights.Length; i++)
            {
                (double share, Interval? interval) = CorrelationRatio.Of(places[i], means, luck)!.Value;
                sums[i] += share;
                if (interval is { } ends && ends.Low <= shares[i] && shares[i] <= ends.High) covered[i]++;
            }
        }
        TestContext.Out.WriteLine($"means {string.Join(' ', sums.Select(sum => sum / Seeds))}, cover {string.Join(' ', covered.Select(c => (double)c / Seeds))}, seeds 1 to {Seeds}");
        for (int i = 0; i < weights.Length; i++)
        {
            Assert.That(sums[i] / Seeds, Is.EqualTo(shares[i]).Within(0.02));
            Assert.That((double)covered[i] / Seeds, Is.GreaterThan(0.88));
        }
    }

    [Test]
    public void A_curve_that_no_line_follows_has_its_share_too()
    {
        var random = new Random(20);
        double[] place = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())], other = [.. place.Select(_ => random.NextDouble())];
        double[] means = [.. place.Select(p => (2 * p - 1) * (2 * p - 1))];
        Assert.That(CorrelationRatio.Of(place, means, luck: 0)!.Value.Share, Is.EqualTo(1).Within(1e-9), "a parabola is fitted whole");
        Assert.That(CorrelationRatio.Of(other, means, luck: 0)!.Value.Share, Is.LessThan(0.05), "seed 20");
    }

    [Test]
    public void Where_nothing_is_to_be_told_apart_nothing_is_told()
    {
        Assert.That(VarianceSplit.Of([[1, 2], [3, 4]]), Is.Null, "two draws");
        Assert.That(VarianceSplit.Of([[1], [2], [3], [4]]), Is.Null, "one trial a draw");
        Assert.That(VarianceSplit.Of([[1, 2], [3, double.PositiveInfinity], [1, 2]]), Is.Null, "an infinite value");
        Assert.That(VarianceSplit.Of([[5, 5], [5, 5], [5, 5]])!.Share, Is.Zero);
        VarianceSplit ignorant = VarianceSplit.Of([[1, 1], [2, 2], [3, 3]])!;
        Assert.That((ignorant.Within, ignorant.Between, ignorant.Share), Is.EqualTo((0, 1, 1)));
        Assert.That(CorrelationRatio.Of([.. Enumerable.Range(0, 20).Select(i => i / 20.0)], [.. Enumerable.Repeat(3.0, 20)], luck: 0), Is.Null);
    }

    private static void Check(double between, double within, Action<Random, List<double[]>> fill)
    {
        double share = between / (between + within), sumBetween = 0, sumWithin = 0;
        int coveredShare = 0, coveredBetween = 0, coveredWithin = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            List<double[]> draws = [];
            fill(new Random(seed), draws);
            VarianceSplit split = VarianceSplit.Of(draws)!;
            sumBetween += split.Between;
            sumWithin += split.Within;
            if (Covers(split.ShareInterval, share)) coveredShare++;
            if (Covers(split.BetweenInterval, between)) coveredBetween++;
            if (Covers(split.WithinInterval, within)) coveredWithin++;
        }
        TestContext.Out.WriteLine($"between {sumBetween / Seeds} of {between}, within {sumWithin / Seeds} of {within}; cover of the share {(double)coveredShare / Seeds}, between {(double)coveredBetween / Seeds}, within {(double)coveredWithin / Seeds}; seeds 1 to {Seeds}");
        Assert.That(sumBetween / Seeds, Is.EqualTo(between).Within(0.04 * between));
        Assert.That(sumWithin / Seeds, Is.EqualTo(within).Within(0.04 * within));
        Assert.That((double)coveredShare / Seeds, Is.GreaterThan(Fewest));
        Assert.That((double)coveredBetween / Seeds, Is.GreaterThan(Fewest));
        Assert.That((double)coveredWithin / Seeds, Is.GreaterThan(Fewest));
    }

    private static bool Covers(Interval? interval, double value) => interval is { } ends && ends.Low <= value && value <= ends.High;
}
