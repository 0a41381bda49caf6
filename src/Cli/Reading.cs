using Simulator.Experiments;
using Simulator.ScenarioFiles;

namespace Simulator.Cli;

/// <summary>Reads a scenario, or says everything that is wrong with it.</summary>
internal static class Reading
{
    /// <summary>The study; null after its problems were printed.</summary>
    public static Study? Read(string file)
    {
        ReadStudy read = ScenarioFile.Read(file);
        foreach (Problem problem in read.Problems) Console.Error.WriteLine(problem);
        if (read.Study is null) Console.Error.WriteLine($"{read.Problems.Count} {(read.Problems.Count == 1 ? "problem" : "problems")}; nothing was run");
        return read.Study;
    }
}
