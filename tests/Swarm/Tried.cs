using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Swarm;

/// <summary>One trial of a scenario that was drawn: it can be read, nothing in it throws, and what must always hold does.</summary>
internal static class Tried
{
    /// <summary>Reads it and runs one trial.</summary>
    /// <param name="text">The scenario file.</param>
    /// <param name="seed">Seed of its trials.</param>
    /// <param name="number">The trial's number.</param>
    /// <param name="which">What a failure prints: what brings it back.</param>
    public static (PreparedScenario Prepared, TrialRecord Record) Run(string text, ulong seed, int number, string which)
    {
        ReadStudy read = ScenarioFile.Parse(text, "swarm.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, which);
        PreparedScenario prepared = PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, seed);
        TrialRecord? record = null;
        Assert.That(() => record = prepared.Run(number), Throws.Nothing, which);
        Assert.That(Holds.Broken(record!.Facts), Is.Empty, which);
        return (prepared, record);
    }
}
