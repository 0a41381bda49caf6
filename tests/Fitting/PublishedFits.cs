using Simulator.Experiments.Fitting;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Fitting;

/// <summary>Maximum likelihood and the distances of both tests, against what others have published.</summary>
[Parallelizable(ParallelScope.All)]
public class PublishedFits
{
    // Millions of revolutions before 23 ball bearings failed: J. Lieblein and M. Zelen, Journal of Research of the National Bureau of Standards 57, 1956.
    private static readonly double[] s_bearings =
    [
        17.88, 28.92, 33.00, 41.52, 42.12, 45.60, 48.48, 51.84, 51.96, 54.12, 55.56, 67.80, 68.64, 68.64, 68.88, 84.12, 93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40,
    ];

    // Weeks of remission under 6-MP: E. J. Freireich and others, Blood 21, 1963; the second list was still in remission.
    private static readonly double[] s_remissions = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    private static readonly double[] s_stillInRemission = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

    private static Family Called(string word) => Family.All.Single(family => family.Word == word);

    // J. F. Lawless, "Statistical Models and Methods for Lifetime Data", 2nd edition, 2003: the bearings and the remissions.
    [Test]
    public void Ball_bearings_have_the_published_weibull_and_lognormal()
    {
        FitData data = new(s_bearings, []);
        double[] weibull = Called("weibull").Fit(data).Value, lognormal = Called("lognormal").Fit(data).Value;
        Assert.Multiple(() =>
        {
            Assert.That((weibull[0], weibull[1]), Is.EqualTo((81.88, 2.102)).Using<(double A, double B)>((x, y) => Math.Abs(x.A - y.A) < 0.02 && Math.Abs(x.B - y.B) < 0.002));
            Assert.That((lognormal[0], lognormal[1]), Is.EqualTo((4.150, 0.522)).Using<(double A, double B)>((x, y) => Math.Abs(x.A - y.A) < 0.001 && Math.Abs(x.B - y.B) < 0.001));
            Assert.That(Called("weibull").LogLikelihood(weibull, data), Is.EqualTo(-113.69).Within(0.01));
            Assert.That(Called("lognormal").LogLikelihood(lognormal, data), Is.EqualTo(-113.13).Within(0.01));
        });
    }

    // D. R. Cox and D. Oakes, "Analysis of Survival Data", 1984: 359 weeks watched, 9 relapses; the Weibull fit and the Kaplan-Meier estimate of the same data.
    [Test]
    public void Remissions_that_were_cut_off_count_as_at_least_that_long()
    {
        FitData data = new(s_remissions, s_stillInRemission);
        double[] weibull = Called("weibull").Fit(data).Value;
        Assert.Multiple(() =>
        {
            Assert.That(Called("exponential").Fit(data).Value[0], Is.EqualTo(359.0 / 9).Within(1e-9));
            Assert.That(weibull[0], Is.EqualTo(33.77).Within(0.02));
            Assert.That(weibull[1], Is.EqualTo(1.354).Within(0.002));
            Assert.That(data.Shares().Skip(2).Select(share => Math.Round(1 - share, 3)), Is.EqualTo(new[] { 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448 }));
        });
    }

    [Test]
    public void A_censored_lognormal_is_where_its_likelihood_is_largest()
    {
        FitData data = new(s_remissions, s_stillInRemission);
        Family lognormal = Called("lognormal");
        double[] found = lognormal.Fit(data).Value;
        double best = lognormal.LogLikelihood(found, data);
        foreach ((double mu, double sigma) in ((double, double)[])[(0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)])
            Assert.That(lognormal.LogLikelihood([found[0] + mu, found[1] + sigma], data), Is.LessThan(best));
    }

    // M. A. Stephens, "EDF statistics for goodness of fit and some comparisons", JASA 69, 1974, and in d'Agostino and Stephens, "Goodness-of-Fit Techniques", 1986: points that 5 % of samples
    // exceed where the mean of an exponential, or both parameters of a normal, come from the same data.
    [TestCase("exponential", 1.321, 1.094)]
    [TestCase("normal", 0.752, 0.895)]
    public void One_sample_in_twenty_is_farther_than_the_published_points(string word, double squares, double largest)
    {
        const int Samples = 3000, Values = 60;
        const ulong Seed = 5;
        Family family = Called(word);
        double[] truth = word == "normal" ? [10, 2] : [3];
        int farSquares = 0, farLargest = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            RandomStream luck = new Streams(Seed, sample).Get("test", "values");
            double[] values = [.. Enumerable.Range(0, Values).Select(_ => family.Quantile(truth)(luck.NextUniform())).Order()];
            Func<double, double> fitted = family.Cumulative(family.Fit(new FitData(values, [])).Value);
            double a = Distance.AndersonDarling(values, fitted), d = Distance.KolmogorovSmirnov(values, fitted), root = Math.Sqrt(Values);
            if (a * (word == "normal" ? 1 + 0.75 / Values + 2.25 / Values / Values : 1 + 0.6 / Values) > squares) farSquares++;
            if ((word == "normal" ? d * (root - 0.01 + 0.85 / root) : (d - 0.2 / Values) * (root + 0.26 + 0.5 / root)) > largest) farLargest++;
        }
        // Four standard errors of a share of 5 %, and the n instead of n - 1 of the normal.
        double within = 4 * Math.Sqrt(0.05 * 0.95 / Samples) + (word == "normal" ? 0.006 : 0);
        Assert.That((double)farSquares / Samples, Is.EqualTo(0.05).Within(within), $"A², seed {Seed}");
        Assert.That((double)farLargest / Samples, Is.EqualTo(0.05).Within(within), $"D, seed {Seed}");
    }

    // D of {0.1, 0.4, 0.7} against the uniform law by hand: 1/3 - 0.1, ..., 1 - 0.7; A² from its formula.
    [Test]
    public void Distances_are_those_of_their_formulas()
    {
        double[] values = [0.1, 0.4, 0.7];
        Assert.That(Distance.KolmogorovSmirnov(values, x => x), Is.EqualTo(0.3).Within(1e-12));
        double sum = 1 * (Math.Log(0.1) + Math.Log(0.3)) + 3 * (Math.Log(0.4) + Math.Log(0.6)) + 5 * (Math.Log(0.7) + Math.Log(0.9));
        Assert.That(Distance.AndersonDarling(values, x => x), Is.EqualTo(-3 - sum / 3).Within(1e-12));
    }
}
