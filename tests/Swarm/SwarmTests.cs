using Simulator.Models;

namespace Simulator.Tests.Swarm;

/// <summary>
/// Two thousand random arrangements, one trial each: whatever stands where and whatever goes wrong, every acknowledged byte is kept or counted lost,
/// exactly once, nothing runs backwards, and the same trial gives the same events. A failure prints the file that brings it back.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class SwarmTests
{
    private const ulong Seed = 20260101;
    private const int InOne = 125;

    [Test]
    public void Everything_adds_up([Range(0, 15)] int part)
    {
        for (int number = part * InOne; number < (part + 1) * InOne; number++) Try(number);
    }

    private static void Try(int number)
    {
        string text = Arrangement.Draw(Seed, number);
        string which = $"arrangement {number} of seed {Seed}:\n{text}";
        (PreparedScenario prepared, TrialRecord record) = Tried.Run(text, Seed, number, which);
        if (number % 10 == 0) Assert.That(prepared.Run(number).Fingerprint, Is.EqualTo(record.Fingerprint), which);
    }
}
