using Simulator.Experiments.Costs;
using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Costs;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Costs;

/// <summary>A shop whose bills are worked out by hand, told in the language itself.</summary>
internal sealed class PricedShop
{
    private readonly Scenario _scenario;
    private readonly PreparedScenario _prepared;

    /// <param name="database">Keys of the database beyond its zone.</param>
    /// <param name="costs">What the section of costs says beyond its prices.</param>
    /// <param name="rest">Other sections.</param>
    /// <param name="length">How long a run is.</param>
    public PricedShop(string database, string costs, string rest = "", string length = "400d")
    {
        string text = $$"""
            version: 1
            name: priced-shop
            question: What does it cost?
            run: { length: {{length}}, trials: 1, seed: 11 }
            regions:
              home: { zones: [a, b] }
              away: { zones: [c] }
            links:
              sea: { between: [home, away], latency: 20ms, bandwidth: 10 Gbit/s }
            stores:
              bucket: { region: home, read: 1 GB/s }
              vault: { region: away, read: 1 GB/s }
            databases:
              shop: { zone: home.a, {{database}} }
            crews: { team: { size: 5 } }
            costs:
              prices:
                node: { price: 0.10 EUR/h, date: 2026-01-01, source: example }
                disk: { price: 0.10 EUR/GB/month, date: 2026-01-01, source: example }
                space: { price: 20 EUR/TB/month, date: 2026-01-01, source: example }
                puts: { price: 0.005 EUR/thousand requests, date: 2026-01-01, source: example }
                gets: { price: 0.0004 EUR/thousand requests, date: 2026-01-01, source: example }
                crossing: { price: 0.01 EUR/GB, date: 2026-01-01, source: example }
                sailing: { price: 0.02 EUR/GB, date: 2026-01-01, source: example }
                engineer: { price: 100 EUR/h, date: 2026-01-01, source: example }
                hour-down: { price: 2000 EUR/h, date: 2026-01-01, source: example }
                hour-lost: { price: 600 EUR/h, date: 2026-01-01, source: example }
              {{costs}}
            {{rest}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, "priced-shop.yaml");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty, text);
        _scenario = read.Study!.Variants[0].Scenario;
        _prepared = PreparedScenario.Prepare(_scenario, read.Study.Seed);
    }

    /// <summary>What a trial came to.</summary>
    public Outcome Outcome(int trial = 0) => Simulator.Experiments.Measures.Outcome.Of(_prepared.Run(trial).Facts, Instant.After(_scenario.Length));

    /// <summary>The bill of a trial.</summary>
    public Bill Bill(int trial = 0) => Outcome(trial).Bill!;

    /// <summary>Lines as a table shows them: component, item, quantity with unit, amount.</summary>
    public static IReadOnlyList<string> Written(IEnumerable<BillLine> lines) =>
        [.. lines.Select(line => FormattableString.Invariant($"{line.Component} | {line.Item} | {line.Quantity:0.######} {line.Unit.Text} | {(line.Amount is { } amount ? FormattableString.Invariant($"{amount:0.00}") : "not priced")}"))];
}
