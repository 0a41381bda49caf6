using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>
/// A vocabulary for what people do by the clock: one database that a hundred customers share, some of whom are deleted within a second when the run starts, at
/// midnight before a Monday; what is said of crews, plans, limits and communication is written as in a scenario.
/// </summary>
public sealed class Office
{
    public string Crews { get; init; } = "team: { size: 2 }";

    public string Plans { get; init; } = "";

    public string Tenants { get; init; } = "users: 10, data per user: 1 MB";

    public string More { get; init; } = "";

    public int Deleted { get; init; } = 1;

    public string Noticed { get; init; } = "2s";

    public string Faults { get; init; } = "";

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public Outcome Outcome => Outcome.Of(Facts, Instant.After(TimeSpan.FromDays(10)));

    /// <summary>A plan that handles the deletion with some steps, and then opens the tenants.</summary>
    public static string Plan(string steps, string keys = "", string needs = "task") =>
        $"  plan:\n    handles: [mistake]\n{(keys.Length == 0 ? "" : $"    {keys}\n")}    steps:\n      {steps.Replace("\n", "\n      ", StringComparison.Ordinal)}\n      open: {{ do: open, needs: [{needs}] }}\n";

    public Office Run(int trial = 0)
    {
        string text = $$"""
            version: 1
            name: office
            question: When are people there?
            run: { starts: 2022-04-04T00:00Z, length: 10d, trials: 1 }
            regions: { home: { zones: [a, b] } }
            stores: { bucket: { region: home, read: 100 MB/s } }
            databases:
              shop:
                zone: home.a
                data: 36 GB
                writes: 1 MB/s
                backups: { daily: { kind: snapshot, every: 24h, to: bucket } }
                restore: { start: 10m, copy: 100 MB/s, load: 20 MB/s, table: 1m }
            tenants:
              customer: { count: 100, in: shop, writes per user: 1/d, {{Tenants}} }
            crews:
              {{Crews}}
            faults:
              mistake: { kind: deletion, hits: {{Deleted}} of customer, takes: 1s, noticed: {{Noticed}} }
              {{Faults}}
            recovery:
            {{Plans}}
            {{More}}
            """;
        Facts = ScenarioText.Facts(text, trial);
        return this;
    }

    public IReadOnlyList<StepDone> Done(string step) => [.. Facts.OfType<StepDone>().Where(fact => fact.Step == step)];

    /// <summary>When a step was done for each unit, in hours since the run began, in order.</summary>
    public IEnumerable<double> Hours(string step) => Done(step).Select(fact => fact.At.SinceStart.TotalHours);
}
