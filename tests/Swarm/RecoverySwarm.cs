using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models;

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
        TrialRecord record = Tried.Run(text, Seed, number, which).Record;
        Outcome outcome = Outcome.Of(record.Facts, Instant.After(TimeSpan.FromDays(4)));
        Assert.That(outcome.Databases.SelectMany(database => database.Losses).Select(loss => Math.Min(loss.Seconds, loss.Bytes)), Is.All.GreaterThanOrEqualTo(0), which);
    }
}
