using Simulator.Experiments.Statistics;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Theory;

/// <summary>Differences of means, shares and quantiles, against printed examples and known distributions.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DifferenceTests
{
    private const ulong Seed = 20261125;

    [Test]
    public void Paired_differences_have_the_interval_of_the_sleep_data_that_Gosset_printed()
    {
        // "Student", "The probable error of a mean", Biometrika 6 (1908), p. 20: hours of sleep gained by ten patients under two drugs.
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        Difference sleep = MeanDifference.Paired(first, second, 0.95);
        Assert.Multiple(() =>
        {
            Assert.That(sleep.Value, Is.EqualTo(1.58).Within(1e-9));
            Assert.That(sleep.P, Is.EqualTo(0.00283).Within(0.00001), "t = 4.0621 with 9 degrees of freedom");
            Assert.That(sleep.Interval!.Value.Low, Is.EqualTo(0.70011).Within(0.0001));
            Assert.That(sleep.Interval!.Value.High, Is.EqualTo(2.45989).Within(0.0001));
            Assert.That(MeanDifference.Welch(Moments.Of(first), Moments.Of(second), 0.95).P, Is.EqualTo(0.07939).Within(0.00001), "t = 1.8608 with 17.776 degrees of freedom");
        });
    }

    [Test]
    public void A_difference_that_is_the_same_in_every_trial_is_as_sure_as_its_sign()
    {
        Assert.That(MeanDifference.Paired([1, 2, 3, 4], [2, 3, 4, 5], 0.95), Has.Property("P").EqualTo(0.125).And.Property("Value").EqualTo(1));
        Assert.That(MeanDifference.Paired([1, 2], [1, 2], 0.95).P, Is.EqualTo(1));
        Assert.That(MeanDifference.Welch(Moments.Of([1, 1, 1]), Moments.Of([2, 2, 2]), 0.95).P, Is.EqualTo(0.1).Within(1e-9), "2 of 20 ways to deal them out");
    }

    [Test]
    public void Shares_of_independent_trials_have_Newcombes_interval()
    {
        // R. G. Newcombe, Statistics in Medicine 17 (1998), pp. 873-890, table II, (a): 56 of 70 and 48 of 80, method 10.
        Difference shares = ShareDifference.Unpaired(48, 80, 56, 70, 0.95);
        Assert.That(shares.Interval!.Value.Low, Is.EqualTo(0.0524).Within(0.0001));
        Assert.That(shares.Interval!.Value.High, Is.EqualTo(0.3339).Within(0.0001));
    }

    [Test]
    public void Shares_of_the_same_trials_are_told_apart_by_those_that_differ()
    {
        // A. Agresti, "Categorical Data Analysis", section 10.1: of 1,600 voters 794 approved twice, 150 only the first time, 86 only the second; z^2 = 17.36, 95 % interval of the fall 0.02 to 0.06.
        bool[] first = [.. Enumerable.Repeat(true, 944), .. Enumerable.Repeat(false, 656)];
        bool[] second = [.. Enumerable.Repeat(true, 794), .. Enumerable.Repeat(false, 150), .. Enumerable.Repeat(true, 86), .. Enumerable.Repeat(false, 570)];
        Difference votes = ShareDifference.Paired(first, second, 0.95);
        Assert.That(votes.P, Is.EqualTo(3.7e-5).Within(0.2e-5));
        Assert.That(votes.Interval!.Value.Low, Is.EqualTo(-0.0587).Within(0.001));
        Assert.That(votes.Interval!.Value.High, Is.EqualTo(-0.0213).Within(0.001));
        Assert.That(ShareDifference.Paired([true, false], [true, false], 0.95).P, Is.EqualTo(1));
    }

    [Test]
    public void Fishers_test_has_the_p_value_of_the_lady_tasting_tea() =>
        Assert.That(ShareDifference.Unpaired(3, 4, 1, 4, 0.95).P, Is.EqualTo(0.4857).Within(0.0001)); // R. A. Fisher, "The Design of Experiments", 1935: 3 of 4 right, two-sided

    [Test]
    public void Holm_rejects_as_in_the_printed_examples()
    {
        // Y. Benjamini and Y. Hochberg, JRSS B 57 (1995), section 4.1: of these 15 the procedures that control the family-wise error reject three at 5 %.
        double[] thrombolysis = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1];
        Assert.That(Holm.Adjusted(thrombolysis).Count(p => p <= 0.05), Is.EqualTo(3));
        // Four hypotheses at 0.01, 0.04, 0.03 and 0.005: the first and the last are rejected.
        Assert.That(Holm.Adjusted([0.01, 0.04, 0.03, 0.005]), Is.EqualTo(new[] { 0.03, 0.06, 0.06, 0.02 }).Within(1e-12));
        Assert.That(Holm.Adjusted([]), Is.Empty);
    }

    [Test]
    public void Looks_spend_no_more_than_the_whole_level()
    {
        Assert.That(Spending.Looks(100, 1000), Is.EqualTo(new[] { 100, 200, 400, 800, 1000 }));
        Assert.That(Spending.Looks(400, 400), Is.EqualTo(new[] { 400 }));
        Assert.That(Spending.Levels([400], 0.05), Is.EqualTo(new[] { 0.05 }).Within(1e-12));
        // Lan and DeMets (1983): 0.05 ln(1 + (e - 1) t) at t = 1/4, 1/2, 3/4, 1 is 0.0179, 0.0310, 0.0414, 0.05.
        double[] levels = [.. Spending.Levels([100, 200, 300, 400], 0.05)];
        Assert.That(levels.Select((_, i) => levels.Take(i + 1).Sum()), Is.EqualTo(new[] { 0.0179, 0.0310, 0.0414, 0.05 }).Within(0.0001));
    }

    [Test]
    public void Paired_intervals_cover_the_difference_of_correlated_values()
    {
        const int Seeds = 1000, Trials = 50;
        int covered = Enumerable.Range(0, Seeds).Count(seed =>
        {
            (double[] a, double[] b) = Correlated(seed, Trials);
            return MeanDifference.Paired(a, b, 0.95).Interval is { } ends && ends.Low <= 0.5 && ends.High >= 0.5;
        });
        Assert.That(covered, Is.GreaterThanOrEqualTo(930), $"of {Seeds}, seed {Seed}: 950 less three binomial errors");
    }

    [TestCase(0.5)]
    [TestCase(0.95)]
    public void Bootstrapped_intervals_cover_the_difference_of_quantiles(double share)
    {
        const int Seeds = 300, Trials = 200, Draws = 299;
        int covered = Enumerable.Range(0, Seeds).Count(seed =>
        {
            (double[] a, double[] b) = Correlated(seed, Trials);
            return QuantileDifference.Of(a, b, share, arePaired: true, 0.95, Philox.Key(Seed, (ulong)seed), Draws).Interval is { } ends && ends.Low <= 0.5 && ends.High >= 0.5;
        });
        Assert.That(covered, Is.GreaterThanOrEqualTo(274), $"of {Seeds}, seed {Seed}: 285 less three binomial errors");
    }

    [Test]
    public void Infinite_values_are_values_of_a_quantile_like_others()
    {
        double[] a = [.. Enumerable.Range(0, 100).Select(i => (double)i)], b = [.. a.Select(value => value < 90 ? value : double.PositiveInfinity)];
        Difference high = QuantileDifference.Of(a, b, 0.95, arePaired: true, 0.95, Seed, 199);
        Assert.That(high.Value, Is.EqualTo(double.PositiveInfinity));
        Assert.That(QuantileDifference.Of(b, b, 0.95, arePaired: true, 0.95, Seed, 199), Has.Property("Value").Zero.And.Property("P").EqualTo(1));
        Assert.That(QuantileDifference.Of(a[..20], a[..20], 0.95, arePaired: true, 0.95, Seed, 199).Interval, Is.Null, "of twenty values there is no interval of p95");
    }

    /// <summary>Normal values, of which B is A's and half a unit more, both with a part of their own.</summary>
    private static (double[] A, double[] B) Correlated(int seed, int trials)
    {
        ulong key = Philox.Key(Seed, (ulong)seed);
        double Z(string what, int i) => Scores.Of(Math.Clamp(Philox.Uniform(Philox.Key(Philox.Key(key, (ulong)what[0]), (ulong)i), 1), 1e-9, 1 - 1e-9));
        double[] common = [.. Enumerable.Range(0, trials).Select(i => Z("c", i))];
        return ([.. common.Select((c, i) => c + 0.6 * Z("a", i))], [.. common.Select((c, i) => c + 0.6 * Z("b", i) + 0.5)]);
    }
}
