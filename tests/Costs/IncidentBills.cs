using Simulator.Experiments;
using Simulator.Experiments.Costs;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Costs;
using Simulator.ScenarioFiles;
using static Simulator.Tests.Costs.PricedShop;

namespace Simulator.Tests.Costs;

/// <summary>The bill of what happens against bills that are worked out by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IncidentBills
{
    private const string Outage = """
        faults: { stop: { kind: crash, hits: shop.primary, at: 1d, noticed: 0s, lasts: 2h } }
        recovery:
          by-hand:
            handles: [stop]
            steps:
              tidy: { do: work, per: incident, takes: 5h, crew: 3 of team }
              serve: { do: wait, needs: [tidy] }
        """;

    [Test]
    public void Two_hours_down_and_three_engineers_for_five_hours()
    {
        PricedShop shop = new("data: 10 GB, writes: 1 kB/s", "databases: { shop: { down: hour-down } }\n  crews: { team: engineer }", Outage, "10d");
        Assert.That(Written(shop.Bill().Incident), Is.EqualTo(new[] { "engineers | team | 15 h | 1500.00", "downtime | shop | 2 h | 4000.00" }));
    }

    /// <summary>An hour passes, 5 of 24 since the snapshot: 25 GB are read in 3,125 requests, and 6 h of writes are lost.</summary>
    [Test]
    public void A_restore_pays_for_what_it_reads_moves_and_loses()
    {
        PricedShop shop = new("data: 25 GB, writes: 1 MB/s, backups: { nightly: { kind: snapshot, every: 24h, start: 0s, to: vault, keep: 3d } }",
            "databases: { shop: { lost: hour-lost } }\n  stores: { vault: { reads: gets, restore: sailing } }\n  transfer: { between regions: sailing }", """
            faults: { fire: { kind: destruction, hits: shop.primary, at: 2d 6h, noticed: 1h } }
            recovery:
              back:
                handles: [fire]
                from: [nightly]
                steps:
                  copy: { do: restore }
                  open: { do: open, needs: [copy] }
            """, "10d");
        string[] lines = [.. Written(shop.Bill().Incident)];
        Assert.That(lines[..3], Is.EqualTo(new[]
        {
            "reading | bytes out of vault | 25 GB | 0.50",
            "reading | requests to vault | 3.125 thousand requests | 0.00",
            "moving | between regions | 25 GB | 0.50",
        }));
        Assert.That(lines[3], Does.StartWith("downtime | shop | ").And.EndsWith(" | not priced"));
        Assert.That(lines[4], Is.EqualTo("loss | shop | 6 h | 3600.00"));
    }

    [Test]
    public void What_is_lost_for_ever_costs_without_end()
    {
        PricedShop shop = new("data: 10 GB, writes: 1 kB/s", "databases: { shop: { lost: hour-lost } }", """
            faults: { fire: { kind: destruction, hits: shop.primary, at: 1d, noticed: 1h } }
            """, "10d");
        Assert.That(BillLine.Sum(shop.Bill().Incident), Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    public void A_trial_costs_the_same_whichever_was_run_before_it()
    {
        const string Faults = "faults: { wear: { kind: crash, hits: shop.primary, every: exponential(mean 30d), noticed: 0s, lasts: exponential(mean 3h) } }";
        PricedShop There() => new("data: 10 GB, writes: 1 kB/s", "databases: { shop: { down: hour-down } }", Faults);
        PricedShop forth = There(), back = There();
        double[] up = [.. Enumerable.Range(0, 10).Select(trial => BillLine.Sum(forth.Bill(trial).Incident))];
        double[] down = [.. Enumerable.Range(0, 10).Reverse().Select(trial => BillLine.Sum(back.Bill(trial).Incident)).Reverse()];
        Assert.That(up, Is.EqualTo(down));
        Assert.That(up.Distinct().Count(), Is.GreaterThan(5));
    }

    [Test]
    public void Expectations_and_figures_speak_of_money()
    {
        string text = Repository.Read("scenarios/first-steps.yaml").Split("expect:")[0] + """
            costs:
              prices: { hour: { price: 120 CHF/h, date: 2026-01-01, source: example } }
              crews: { operators: hour }
              databases: { shop: { instance: hour } }
            expect:
              - monthly cost <= 87600 CHF
              - mean incident cost of engineers between 10 CHF and 10000 CHF
              - mean incident cost of downtime <= 1 CHF
            """;
        Study study = ScenarioFile.Parse(text, "first-steps.yaml").Study! with { Trials = 20 };
        Preparation prepare = (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run;
        VariantResult result = Experiment.Run(study, 1, prepare).Variants[0];
        Assert.That(result.Expectations.Select(e => (e.Verdict, e.Unit)), Is.EqualTo(new[] { (Verdict.Met, "CHF"), (Verdict.Met, "CHF"), (Verdict.Met, "CHF") }));
        Assert.That(result.Measures.Where(m => m.Unit == "CHF").Select(m => $"{m.Measure} of {m.Subject}"), Does.Contain("incident cost of engineers").And.Contain("monthly cost of "));
        var series = new Series(study.Variants[0], study.Seed, [], prepare);
        Response response = Response.Syntax.Parse("mean monthly cost of instances").Value;
        Assert.That(response.Of(new Series(study.Variants[0], study.Seed, [response.Figure], prepare).First(5, 1))!.Value.Value, Is.EqualTo(87600));
        Assert.That(series.First(5, 1).UnitOf(response.Measure), Is.EqualTo("CHF"));
    }
}
