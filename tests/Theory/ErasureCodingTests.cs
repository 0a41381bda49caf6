using Simulator.Models.Stores;

namespace Simulator.Tests.Theory;

[Parallelizable(ParallelScope.All)]
public class ErasureCodingTests
{
    // A life is the quantile of one uniform: evenly spaced ones give its distribution to within one of them, so that the interval is a thousandth to each side.
    private const int Points = 1000;

    [TestCase(10, 14, 0.3, 1.0)]
    [TestCase(1, 2, 0.5, 1.0)]
    [TestCase(1, 1, 0.2, 2.0)]
    [TestCase(3, 3, 0.1, 1.0)]
    public void A_point_is_gone_as_often_as_the_binomial_tail_says(int needed, int all, double rots, double years)
    {
        double p = 1 - Math.Exp(-rots * years), tail = 0;
        for (int bad = all - needed + 1; bad <= all; bad++) tail += Choose(all, bad) * Math.Pow(p, bad) * Math.Pow(1 - p, all - bad);

        MustAgree(Gone(new ErasureCoding(needed, all), rots, double.PositiveInfinity, double.PositiveInfinity, years), tail);
    }

    [Test]
    public void A_mirror_that_is_mended_dies_only_of_two_in_one_span_between_audits()
    {
        // A quarter of a year until the first audit, then half a year each, then a quarter: the chance of a span is the square of one copy's.
        static double Lives(double span) => 1 - Math.Pow(1 - Math.Exp(-0.8 * span), 2);

        MustAgree(Gone(new ErasureCoding(1, 2), 0.8, 0.25, 0.5, 3), 1 - (Lives(0.25) * Math.Pow(Lives(0.5), 5) * Lives(0.25)));
    }

    [Test]
    public void The_inverse_undoes_the_tail()
    {
        ErasureCoding coding = new(10, 14);

        Assert.That(new[] { 1e-9, 0.001, 0.3, 0.9, 0.999 }.Select(chance => coding.GoneAfter(coding.HazardOf(chance)) / chance), Is.All.EqualTo(1).Within(1e-9));
    }

    private static double Gone(ErasureCoding coding, double rots, double first, double every, double years) =>
        Enumerable.Range(0, Points).Count(i => coding.YearsUntilGone((i + 0.5) / Points, rots, first, every) <= years) / (double)Points;

    private static void MustAgree(double share, double expected) => Assert.That(share, Is.EqualTo(expected).Within(1.0 / Points));

    private static double Choose(int all, int some) => Enumerable.Range(1, some).Aggregate(1.0, (product, i) => product * (all - some + i) / i);
}
