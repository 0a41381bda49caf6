using Simulator.Experiments.Objectives;
using Simulator.Models.Language;
using Simulator.ScenarioFiles.Reading;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles;

/// <summary>Reads policies: objectives that many scenarios share.</summary>
public static class PolicyFile
{
    /// <summary>Reads a file. What is wrong with it is a problem at its place in that file, never an exception.</summary>
    /// <param name="path">Its path; messages name it so.</param>
    /// <param name="found">What is wrong; empty where nothing is.</param>
    /// <returns>The policy; null where anything was wrong.</returns>
    public static Policy? Read(string path, out IReadOnlyList<Problem> found)
    {
        var problems = new Problems(path);
        MapNode? root = FileText.Read(path, problems) is { } text ? TreeReader.Read(text, problems) : null;
        found = root is null || !ScenarioFile.HasKnownVersion(root, problems) ? problems.Found : [];
        if (root is null || found.Count > 0) return null;
        // What its sentences name is looked for in each scenario; one that does not have it is not concerned.
        var context = new Context(root, [], [], path, new Folders(path));
        Policy policy = NodeFields.Read(context, root, new Place(new Position(1, 1), "", "", []), "", Policy.Shape, "version");
        found = Problems.Sorted([.. problems.Found, .. context.Problems.Found]);
        return found.Count == 0 ? policy : null;
    }
}
