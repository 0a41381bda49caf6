using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Incidents;

/// <summary>Shipped scenarios, read as a user would, perhaps with a line changed.</summary>
internal static class Shipped
{
    public static Study Read(string name, params (string Line, string Instead)[] changes)
    {
        string text = Text(name);
        foreach ((string line, string instead) in changes)
        {
            Assert.That(text, Does.Contain(line), "the scenario no longer has the line that this test changes");
            text = text.Replace(line, instead, StringComparison.Ordinal);
        }
        ReadStudy read = ScenarioFile.Parse(text, name);
        Assert.That(read.Problems, Is.Empty);
        return read.Study!;
    }

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, "scenarios", name));

    /// <summary>The facts of the first trials of one variant.</summary>
    public static IEnumerable<Fact> Facts(Study study, string variant, int trials)
    {
        PreparedScenario prepared = PreparedScenario.Prepare(study.Variants.Single(candidate => candidate.Name == variant).Scenario, study.Seed);
        return Enumerable.Range(0, trials).SelectMany(trial => prepared.Run(trial).Facts);
    }

    /// <summary>Mean length of a plan's full batches, in hours.</summary>
    public static double BatchHours(Study study, string plan, int trials = 3) => Facts(study, "as it was", trials)
        .OfType<BatchEnded>().Where(fact => fact.Plan == plan).Average(fact => (fact.At - fact.Began).TotalHours);

    private static string Root
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Simulator.sln"))) folder = Path.GetDirectoryName(folder);
            return folder ?? throw new InvalidOperationException("the tests do not run below the repository");
        }
    }
}
