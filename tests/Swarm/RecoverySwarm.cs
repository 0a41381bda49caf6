using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Swarm;

/// <summary>Four hundred random recoveries, one trial each: whichever ways are tried, in which order, whatever goes wrong meanwhile, every acknowledged byte is kept or counted lost, exactly once.</summary>
[Parallelizable(ParallelScope.All)]
public class RecoverySwarm
{
    private const ulong Seed = 20261125;
    private const int InOne = 100;

    [Test]
    public void Every_way_of_recovery_adds_up([Range(0, 3)] int part)
    {
        for (int number = part * InOne; number < (part + 1) * InOne; number++) Try(number);
    }

    private static void Try(int number)
    {
        string text = Recoveries.Draw(Seed, number);
        string which = $"recovery {number} of seed {Seed}:\n{text}";
        ReadStudy read = ScenarioFile.Parse(text, "swarm.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, which);
        PreparedScenario prepared = PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, Seed);
        TrialRecord? record = null;
        Assert.That(() => record = prepared.Run(number), Throws.Nothing, which);
        Assert.That(Holds.Broken(record!.Facts), Is.Empty, which);
        Outcome outcome = Outcome.Of(record.Facts, Instant.After(TimeSpan.FromDays(4)));
        Assert.That(outcome.Databases.SelectMany(database => database.Losses).Select(loss => Math.Min(loss.Seconds, loss.Bytes)), Is.All.GreaterThanOrEqualTo(0), which);
    }
}
