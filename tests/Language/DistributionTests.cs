using NUnit.Framework;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Tests.Language;

public sealed class DistributionTests
{
    private static readonly string[] s_laws =
    [
        "fixed(2h)", "90s", "exponential(mean 4y)", "exponential(p95 2h)", "uniform(1h 3h)", "uniform(min 1h30m max 3h)", "normal(mean 10m sigma 2m)", "normal(median 10m p95 12m)",
        "lognormal(median 70s p95 120s)", "lognormal(mean 41m sigma 0.5)", "lognormal(p5 1m p99.9 1h 30m)", "lognormal(mean 2h median 1h)", "lognormal(mean 2h p95 5h)",
        "pareto(min 1m shape 1.5)", "pareto(median 10m p99 50h)", "pareto(mean 3h min 1h)", "pareto(mean 3h shape 3)", "weibull(mean 4y shape 0.8)", "weibull(median 2h p95 9h)",
        "weibull(shape 2 p95 9h)", "mix(30% fixed(1h) 70% uniform(2h 3h))", "mix(50% 1h 30% lognormal(median 1h p95 3h) 20% exponential(mean 1d))",
    ];

    private static Distribution Read(string text)
    {
        Parsed<Distribution> parsed = Law.Parse(text, Measure.Duration);
        Assert.That(parsed.Problem, Is.Null, text);
        return parsed.Value;
    }

    [TestCaseSource(nameof(s_laws))]
    public void Quantile_and_CDF_are_inverses(string text)
    {
        Distribution law = Read(text);
        double previous = 0;
        for (int i = 0; i < 1000; i++)
        {
            double u = i / 1000.0, x = law.Quantile(u);
            Assert.That(x, Is.GreaterThanOrEqualTo(previous), $"{text} at {u}");
            Assert.That(law.Cumulative(x * (1 + 1e-12)), Is.GreaterThanOrEqualTo(u - 1e-11), $"{text} at {u}");
            if (x > 0) Assert.That(law.Cumulative(x * (1 - 1e-12)), Is.LessThanOrEqualTo(u + 1e-11), $"{text} at {u}");
            previous = x;
        }
    }

    [TestCaseSource(nameof(s_laws))]
    public void The_mean_is_the_mean_of_the_quantiles(string text)
    {
        Distribution law = Read(text);
        if (double.IsInfinity(law.Mean)) return;
        double sum = 0;
        const int Parts = 50_000;
        for (int i = 0; i < Parts; i++) sum += law.Quantile((i + 0.5) / Parts);
        // The last part of a heavy tail is what the midpoint rule misses: the Pareto law of shape 1.5 leaves 2 %.
        Assert.That(sum / Parts, Is.EqualTo(law.Mean).Within(text.StartsWith("pareto", StringComparison.Ordinal) ? 3 : 0.03).Percent, text);
    }

    [TestCase("lognormal(median 70s p95 120s)", 0.5, 70, 0.95, 120)]
    [TestCase("lognormal(p5 1m p99.9 1h 30m)", 0.05, 60, 0.999, 5400)]
    [TestCase("normal(p5 8m p95 12m)", 0.05, 480, 0.95, 720)]
    [TestCase("pareto(median 10m p99 50h)", 0.5, 600, 0.99, 180_000)]
    [TestCase("weibull(median 2h p95 9h)", 0.5, 7200, 0.95, 32_400)]
    [TestCase("weibull(shape 2 p95 9h)", 0.95, 32_400, 0.95, 32_400)]
    [TestCase("exponential(p95 2h)", 0.95, 7200, 0.95, 7200)]
    [TestCase("lognormal(mean 2h p95 5h)", 0.95, 18_000, 0.95, 18_000)]
    [TestCase("uniform(1h 3h)", 0.5, 7200, 0.25, 5400)]
    [TestCase("mix(30% fixed(1h) 70% uniform(2h 3h))", 0.2, 3600, 0.65, 9000)]
    public void The_quantiles_that_were_given_come_back(string text, double u1, double x1, double u2, double x2) => Assert.Multiple(() =>
    {
        Assert.That(Read(text).Quantile(u1), Is.EqualTo(x1).Within(1e-10).Percent);
        Assert.That(Read(text).Quantile(u2), Is.EqualTo(x2).Within(1e-10).Percent);
    });

    [TestCase("lognormal(mean 41m sigma 0.5)", 2460)]
    [TestCase("lognormal(mean 2h median 1h)", 7200)]
    [TestCase("lognormal(mean 2h p95 5h)", 7200)]
    [TestCase("exponential(mean 4y)", 126_144_000)]
    [TestCase("pareto(mean 3h min 1h)", 10_800)]
    [TestCase("pareto(mean 3h shape 3)", 10_800)]
    [TestCase("pareto(median 10 m p99 50h)", double.PositiveInfinity)]
    [TestCase("weibull(mean 4y shape 0.8)", 126_144_000)]
    [TestCase("never", double.PositiveInfinity)]
    public void The_mean_that_was_given_comes_back(string text, double mean)
    {
        double got = Read(text).Mean;
        Assert.That(got, double.IsInfinity(mean) ? Is.EqualTo(mean) : Is.EqualTo(mean).Within(1e-10).Percent);
    }

    [Test]
    public void A_fixed_part_of_a_mix_comes_out_exactly() =>
        Assert.That(Read("mix(30% fixed(1h) 40% uniform(2h 3h) 30% fixed(5h))").Quantile(0.9), Is.EqualTo(18_000));

    [Test]
    public void Sizes_and_amounts_have_their_own_units() => Assert.Multiple(() =>
    {
        Assert.That(Law.Parse("lognormal(median 50 GB p99 1 TB)", Measure.Size).Value.Quantile(0.5), Is.EqualTo(5e10).Within(1e-10).Percent);
        Assert.That(Law.Parse("uniform(0.5 TB 5 TB)", Measure.Size).Value, Is.EqualTo(new Uniform(5e11, 5e12)));
        Assert.That(Law.Parse("pareto(median 10 p99 3000)", Measure.Amount).Value.Quantile(0.99), Is.EqualTo(3000).Within(1e-10).Percent);
    });

    [Test]
    public void Known_values() => Assert.Multiple(() =>
    {
        Assert.That(new Exponential(1).Quantile(0.5), Is.EqualTo(0.6931471805599453).Within(1e-15));
        Assert.That(new Weibull(1, 0.5).Mean, Is.EqualTo(2).Within(1e-13));
        Assert.That(new Weibull(1, 2).Mean, Is.EqualTo(0.886226925452758).Within(1e-13));
        Assert.That(new Weibull(1, 0.25).Mean, Is.EqualTo(24).Within(1e-12));
        Assert.That(new Lognormal(0, 1).Mean, Is.EqualTo(1.6487212707001282).Within(1e-15));
        Assert.That(new Normal(3, 1).Cumulative(3), Is.EqualTo(0.5));
    });
}
