using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>Shops without any protection, one collection each, and whatever goes wrong with them, told in the language itself.</summary>
internal sealed class FaultTimes
{
    private readonly PreparedScenario _scenario;

    /// <param name="length">How long a run is, as in a scenario.</param>
    /// <param name="faults">The faults, each a line.</param>
    public FaultTimes(string length, params string[] faults)
        : this(Directory.GetCurrentDirectory(), length, faults)
    {
    }

    /// <param name="folder">Where records of faults stand.</param>
    public FaultTimes(string folder, string length, string[] faults)
    {
        string text = $$"""
            version: 1
            name: fault-times
            question: When does what happen?
            run: { starts: 2022-04-05T00:00Z, length: {{length}}, trials: 1, seed: 11 }
            regions:
              home: { zones: [a, b] }
            databases:
              shop: { zone: home.a, data: 1 GB, writes: 1 kB/s }
              other: { zone: home.a, data: 1 GB, writes: 1 kB/s }
              many: { zone: home.b, count: 100, data: 1 GB, writes: 1 kB/s }
            tenants:
              site: { in: many, count: 1000, users: 10, data per user: 1 MB, writes per user: 1/d, write size: 4 kB }
            faults:
              {{string.Join("\n  ", faults)}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, Path.Combine(folder, "fault-times.yaml"));
        Assert.That(read.Problems, Is.Empty);
        _scenario = PreparedScenario.Prepare(read.Study!.Variants.Single().Scenario, read.Study.Seed);
        Length = read.Study.Variants.Single().Scenario.Length;
    }

    public TimeSpan Length { get; }

    public IReadOnlyList<Fact> Facts(int trial = 0) => _scenario.Run(trial).Facts;

    /// <summary>The days at which a fault begins.</summary>
    public double[] Begins(string fault, int trial = 0) => [.. Facts(trial).OfType<FaultBegan>().Where(fact => fact.Fault == fault).Select(fact => fact.At.SinceStart.TotalDays)];

    /// <summary>The days at which a fault ends.</summary>
    public double[] Ends(string fault, int trial = 0) => [.. Facts(trial).OfType<FaultEnded>().Where(fact => fact.Fault == fault).Select(fact => fact.At.SinceStart.TotalDays)];

    /// <summary>The share of a run in which all of some collections' first databases are down at once.</summary>
    public double Down(int trial, params string[] databases)
    {
        double hours = 0;
        int down = 0;
        Instant since = Instant.Start;
        foreach (Fact fact in Facts(trial))
        {
            int change = fact switch
            {
                DatabaseDown { Database: 0 } f when databases.Contains(f.Databases) => 1,
                DatabaseUp { Database: 0 } f when databases.Contains(f.Databases) => -1,
                _ => 0,
            };
            if (down == databases.Length && change < 0) hours += (fact.At - since).TotalHours;
            down += change;
            if (down == databases.Length && change > 0) since = fact.At;
        }
        return hours / Length.TotalHours;
    }
}
