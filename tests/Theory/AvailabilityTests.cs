using Simulator.Experiments;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Theory;

/// <summary>Measures of service over years, from the file to the figure: closed forms of repairable units within 95 % bounds of twice their width, and outages that are worked out by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AvailabilityTests
{
    /// <summary>A unit that is repaired is up for MTTF / (MTTF + MTTR) of the time, whatever the distributions are.</summary>
    [TestCase("exponential(mean 1000h)", "exponential(mean 10h)")]
    [TestCase("uniform(500h 1500h)", "fixed(10h)")]
    [TestCase("exponential(mean 1000h)", "lognormal(mean 10h sigma 1)")]
    public void A_unit_is_available_for_its_share_of_the_time(string every, string lasts)
    {
        Estimate estimate = Figures("10y", $"wear: {{ kind: crash, hits: shop.primary, every: {every}, noticed: 0s, lasts: {lasts} }}", 40, "mean availability of shop")[0];
        TestContext.Out.WriteLine($"exact {1000.0 / 1010:G9}, simulated {estimate.Value:G9}, {estimate.Interval}, seed 11");
        Assert.That(estimate.Value, Is.EqualTo(1000.0 / 1010).Within(2 * (estimate.Interval!.Value.High - estimate.Value)));
    }

    /// <summary>Two hours of one of four databases in two years, in the fourth month, where a quarter of the tenants live.</summary>
    [Test]
    public void An_outage_counts_for_those_that_it_does_not_hit_too()
    {
        Estimate[] values = Figures("730d", "stop: { kind: crash, hits: shard.primary, at: 100d, noticed: 0s, lasts: 2h }\n  flood: { kind: crash, hits: home.a, at: 200d, noticed: 0s, lasts: 1h }", 2,
            "mean availability of shop", "mean lowest availability of shard", "mean downtime a year of shard", "mean downtime in the worst month of shard", "mean downtime in the worst month of site",
            "mean caused downtime of stop", "mean caused downtime of flood", "mean availability of site.gold", "mean availability of site users");
        double hours = 730 * 24;
        double[] exact = [1 - 1 / hours, 1 - 3 / hours, 1.25 * 3600, 2 * 3600, 2 * 3600, 4 * 3600, 1.5 * 3600];
        Assert.That(values[..7].Select(value => value.Value), Is.EqualTo(exact).Within(1e-9).Percent);
        Assert.That(values[7].Value, Is.EqualTo(1 - 2.5 / hours).Within(1 / hours));
        Assert.That(values[8].Value, Is.EqualTo(1 - 2.5 / hours).Within(0.1 / hours));
    }

    /// <summary>Every outage has one cause, however many faults come together.</summary>
    [Test]
    public void Causes_add_up_to_all_downtime()
    {
        Estimate[] values = Figures("3y", "wear: { kind: crash, hits: one of shard.primary, every: exponential(mean 5d), noticed: 0s, lasts: exponential(mean 20h) }\n"
            + "  flood: { kind: crash, hits: one of home.zones, every: exponential(mean 20d), noticed: 0s, lasts: exponential(mean 20h) }", 20,
            "mean caused downtime of wear", "mean caused downtime of flood", "mean downtime a year of shard", "mean downtime a year of shop");
        Assert.That(values[0].Value + values[1].Value, Is.EqualTo(4 * values[2].Value + values[3].Value).Within(1e-9).Percent);
    }

    private static Estimate[] Figures(string length, string faults, int trials, params string[] figures)
    {
        string text = $$"""
            version: 1
            name: availability
            question: How available is it?
            run: { length: {{length}}, trials: {{trials}}, seed: 11 }
            regions: { home: { zones: [a, b] } }
            databases:
              shop: { zone: home.a, data: 1 GB, writes: 1 kB/s }
              shard: { count: 4, zone: one of home.zones, data: 1 GB, writes: 1 kB/s }
            tenants:
              site: { count: 2000, in: shard, users: 10, data per user: 1 MB, writes per user: 1/d, tiers: { gold: 20% } }
            faults:
              {{faults}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, "availability.yaml");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty, text);
        Response[] responses = [.. figures.Select(figure => Response.Syntax.Parse(figure).Value)];
        var series = new Series(read.Study!.Variants[0], read.Study.Seed, [.. responses.Select(response => response.Figure)], (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run);
        VariantTrials all = series.First(trials, 1);
        return [.. responses.Select(response => response.Of(all)!.Value)];
    }
}
