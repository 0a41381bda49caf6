using NUnit.Framework;
using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>Stories whose arrangement is written out as a scenario.</summary>
internal static class ScenarioText
{
    /// <summary>What happens in a trial of a scenario, which must be right.</summary>
    public static IReadOnlyList<Fact> Facts(string text, int trial = 0)
    {
        ReadStudy read = ScenarioFile.Parse(text, "story.yaml");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty, text);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 7).Run(trial).Facts;
    }
}
