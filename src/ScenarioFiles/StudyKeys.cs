using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles;

/// <summary>The sections of a file that say what is asked; all others, and most of <c>run</c>, say what the world is like.</summary>
internal static class StudyKeys
{
    /// <summary>Their keys.</summary>
    public static readonly IReadOnlyList<string> Sections = ["version", "base", "name", "question", "source", "fitted", "objectives", "vary", "uncertain", "search", "sensitivity", "expect"];

    /// <summary>Keys of <c>run</c> that say how it is asked.</summary>
    public static readonly IReadOnlyList<string> OfRun = ["trials", "draws", "seed", "precision", "most trials"];

    /// <summary>The sections and the paths of those keys.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Sections, .. OfRun.Select(key => $"run.{key}")];

    /// <summary>The tree of the world alone, with what reading it needs.</summary>
    public static MapNode WorldOf(MapNode root)
    {
        MapNode world = Sections.Except(["version", "name", "question"]).Aggregate(root, (tree, key) => tree.Without(key));
        return world.Find("run") is { Value: MapNode run } entry ? world.With(entry with { Value = OfRun.Aggregate(run, (tree, key) => tree.Without(key)) }) : world;
    }
}
