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
        Tell(read.Problems);
        return read.Study;
    }

    /// <summary>Prints what is wrong with a file, if anything is.</summary>
    public static void Tell(IReadOnlyList<Problem> problems)
    {
        foreach (Problem problem in problems) Console.Error.WriteLine(problem);
        if (problems.Count > 0) Console.Error.WriteLine($"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}; nothing was run");
    }
}
