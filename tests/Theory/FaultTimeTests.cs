using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>
/// Faults that come again against the closed forms of repairable units and renewal processes: within three standard errors. The seed is fixed.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultTimeTests
{
    [TestCase("exponential(mean 90h)", "exponential(mean 10h)")]
    [TestCase("uniform(30h 150h)", "lognormal(mean 10h sigma 1)")]
    public void A_unit_that_is_repaired_is_up_for_its_share_of_the_time(string every, string lasts)
    {
        FaultTimes unit = new("10000h", $"wear: {{ kind: crash, hits: shop.primary, every: {every}, noticed: 0s, lasts: {lasts} }}");
        Agrees([.. Enumerable.Range(0, 30).Select(trial => 1 - unit.Down(trial, "shop"))], 90.0 / (90 + 10));
    }

    [Test]
    public void Of_two_units_with_a_repairer_each_one_is_nearly_always_up()
    {
        FaultTimes pair = new("800000h", "wear: { kind: crash, hits: shop.primary, every: exponential(mean 1000h), noticed: 0s, lasts: exponential(mean 10h) }",
            "tear: { kind: crash, hits: other.primary, every: exponential(mean 1000h), noticed: 0s, lasts: exponential(mean 10h) }");
        Agrees([.. Enumerable.Range(0, 12).Select(trial => 1 - pair.Down(trial, "shop", "other"))], 0.99990197);
    }

    /// <summary>The mean number of renewals in a long time t is t/m + (s^2 - m^2) / (2 m^2), by Smith's theorem.</summary>
    [TestCase("exponential(mean 24h)", 100)]
    [TestCase("uniform(12h 36h)", 100 + (12.0 * 12 / 3 - 24 * 24) / (2.0 * 24 * 24))]
    public void So_many_faults_come_in_a_time(string every, double exact)
    {
        FaultTimes growth = new("100d", $"growth: {{ kind: load, hits: shop, factor: 1, every: {every}, noticed: 0s }}");
        Agrees([.. Enumerable.Range(0, 200).Select(trial => (double)growth.Begins("growth", trial).Length)], exact);
    }

    private static void Agrees(double[] values, double exact)
    {
        double mean = values.Average(), error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        TestContext.Out.WriteLine($"exact {exact:G9}, simulated {mean:G9} +- {error:G3}, seed 11");
        Assert.That(mean, Is.EqualTo(exact).Within(3 * error));
    }
}
