using NUnit.Framework;
using Simulator.Models.Distributions;

namespace Simulator.Tests.Language;

public sealed class DistributionTextTests
{
    [TestCase("70", "bare number 70: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("lognormal(median 70 p95 120s)", "in 'lognormal(median 70 p95 120s)': median: bare number 70: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("lognormal(median 70s, p95 120s)", "'lognormal(median 70s, p95 120s)' has a comma: parameters are separated by spaces alone")]
    [TestCase("lognormal(median 70s", "'lognormal(median 70s' has parentheses that do not pair up")]
    [TestCase("lognorml(median 70s p95 2m)", "'lognorml' is not a distribution, which is one of fixed exponential uniform normal lognormal pareto weibull mix empirical; did you mean 'lognormal'?")]
    [TestCase("lognormal(median 70s)", "'lognormal(median 70s)' does not fix a distribution: lognormal takes two of mean, sigma and quantiles, such as lognormal(median 1h p95 3h)")]
    [TestCase("lognormal(median 70s p95 2m sigma 1)", "'lognormal(median 70s p95 2m sigma 1)' does not fix a distribution: lognormal takes two of mean, sigma and quantiles, such as lognormal(median 1h p95 3h)")]
    [TestCase("lognormal(median 70s p95 60s)", "'lognormal(median 70s p95 60s)' contradicts itself: no lognormal has median and p95 like these")]
    [TestCase("lognormal(mean 1h p95 100h)", "'lognormal(mean 1h p95 100h)' contradicts itself: no lognormal has mean and p95 like these")]
    [TestCase("lognormal(median 0s p95 60s)", "'lognormal(median 0s p95 60s)' has a median of 0: a lognormal needs more than 0")]
    [TestCase("lognormal(median 1h median 2h)", "'lognormal(median 1h median 2h)' gives median twice")]
    [TestCase("lognormal(mean 1h sigma 5m)", "in 'lognormal(mean 1h sigma 5m)': sigma: '5m' has a unit: the sigma of a lognormal is a bare number, such as 0.8")]
    [TestCase("lognormal(meen 1h sigma 1)", "in 'lognormal(meen 1h sigma 1)': 'meen' is not a parameter, which is one of mean median sigma shape min max p5 p95 p99 p99.9; did you mean 'mean'?")]
    [TestCase("lognormal 1h", "'lognormal 1h' lacks its parentheses: write lognormal(...)")]
    [TestCase("uniform(3h 1h)", "'uniform(3h 1h)' is empty: the first end must be below the second")]
    [TestCase("uniform(1h)", "'uniform(1h)' does not fix a distribution: uniform takes its two ends, such as uniform(1h 3h)")]
    [TestCase("uniform(1h never)", "in 'uniform(1h never)': '1h never' is not a duration: after one part comes 'never'")]
    [TestCase("normal(mean 1h sigma 1h)", "'normal(mean 1h sigma 1h)' has more than 1% of its draws below 0; a lognormal has none")]
    [TestCase("pareto(mean 1h shape 0.5)", "'pareto(mean 1h shape 0.5)' contradicts itself: no pareto has mean and shape like these")]
    [TestCase("pareto(mean 1h p95 2h)", "'pareto(mean 1h p95 2h)' does not fix a distribution: pareto takes two of min, shape, mean and quantiles (but not a mean with a quantile), such as pareto(median 1h p99 3h)")]
    [TestCase("weibull(mean 1h shape 0.01)", "'weibull(mean 1h shape 0.01)' has a shape below 0.05, whose mean no computer can hold")]
    [TestCase("exponential(2h)", "'exponential(2h)' does not fix a distribution: exponential takes a mean or one quantile, such as exponential(mean 1h)")]
    [TestCase("exponential(mean never)", "in 'exponential(mean never)': mean: 'never' stands alone, without a distribution around it")]
    [TestCase("mix(30% 1h 60% 2h)", "'mix(30% 1h 60% 2h)' adds up to 90%: the parts of a mix make 100%")]
    [TestCase("mix(1h 2h)", "'mix(1h 2h)' is not a mix: write percent and distribution in turn, such as mix(30% 1h 70% uniform(1h 3h))")]
    [TestCase("mix(0% 1h 100% 2h)", "'mix(0% 1h 100% 2h)' gives a part 0%: leave it out")]
    [TestCase("mix(50% 1h 50% never)", "'mix(50% 1h 50% never)' mixes in 'never', which stands alone")]
    public void Wrong_laws_say_what_is_right(string text, string problem) => Assert.That(Law.Parse(text, Measure.Duration).Problem, Is.EqualTo(problem));

    [TestCase("10 users", "'10 users' has a unit: an amount is a bare number, such as 10")]
    [TestCase("fixed(1h)", "in 'fixed(1h)': '1h' has a unit: an amount is a bare number, such as 10")]
    [TestCase("pareto(median 10)", "'pareto(median 10)' does not fix a distribution: pareto takes two of min, shape, mean and quantiles, such as pareto(median 10 p99 300)")]
    public void Amounts_have_no_units(string text, string problem) => Assert.That(Law.Parse(text, Measure.Amount).Problem, Is.EqualTo(problem));

    [Test]
    public void A_delay_keeps_its_text_and_rounds_up_to_the_tick() => Assert.Multiple(() =>
    {
        Assert.That(Delay.Parse(" uniform(0s 30s) ").Value.ToString(), Is.EqualTo("uniform(0s 30s)"));
        Assert.That(new Delay(new Fixed(0.1)).Quantile(0), Is.EqualTo(TimeSpan.FromMilliseconds(100)));
        Assert.That(new Delay(new Fixed(1e-9)).Quantile(0), Is.EqualTo(new TimeSpan(1)));
        Assert.That(new Delay(new Fixed(0.12345678)).Quantile(0), Is.EqualTo(new TimeSpan(1_234_568)));
        Assert.That(Delay.Parse("10y").Value.Quantile(0.3), Is.EqualTo(TimeSpan.FromDays(3650)));
        Assert.That(Delay.Parse("never").Value.Quantile(0.3), Is.EqualTo(TimeSpan.MaxValue));
        Assert.That(Delay.Parse("never").Value.Cumulative(TimeSpan.FromDays(1)), Is.Zero);
        Assert.That(Delay.Always(TimeSpan.FromMinutes(90)).ToString(), Is.EqualTo("1h 30m"));
        Assert.That(Delay.Parse("pareto(min 1h shape 0.1)").Value.Quantile(0.99999999), Is.EqualTo(TimeSpan.MaxValue));
    });

    [Test]
    public void A_delay_of_any_share_is_reached_by_its_own_quantile()
    {
        Delay delay = Delay.Parse("lognormal(median 70s p95 120s)").Value;
        for (int i = 0; i < 1000; i++) Assert.That(delay.Cumulative(delay.Quantile(i / 1000.0)), Is.GreaterThanOrEqualTo(i / 1000.0 - 1e-12));
    }
}
