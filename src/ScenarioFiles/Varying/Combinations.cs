using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Every combination of the axes' values, and the tree that each makes.</summary>
internal static class Combinations
{
    private const int Most = 200;

    /// <summary>The variants, the baseline (every axis at its first value) first; the last axis changes fastest.</summary>
    /// <param name="root">The tree without <c>vary</c>.</param>
    /// <param name="axes">The axes; at least one.</param>
    /// <param name="problems">Where paths that lead nowhere go.</param>
    public static IReadOnlyList<(string Name, MapNode Root)> Of(MapNode root, IReadOnlyList<Axis> axes, Problems problems)
    {
        long count = axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Values.Count, int.MaxValue));
        if (count > Most)
        {
            problems.Add(axes[0].Values[0].At, "vary", $"the axes make {count} variants: at most {Most} can be compared", "vary:too many");
            return [];
        }
        List<(string Name, MapNode Root)> variants = [("", root)];
        foreach (Axis axis in axes)
            variants = [.. variants.SelectMany(variant => axis.Values.Select(value => (Join(variant.Name, value.Name), Apply(variant.Root, axis, value, problems))))];
        return variants;
    }

    private static string Join(string name, string value) => name.Length == 0 ? value : $"{name} + {value}";

    private static MapNode Apply(MapNode root, Axis axis, AxisValue value, Problems problems)
    {
        foreach (Change change in value.Changes)
        {
            root = change.Apply(root, out string? problem);
            string path = value.Name == change.Path || axis.Name == change.Path ? $"vary.{axis.Name}" : $"vary.{axis.Name}.{value.Name}.{change.Path}";
            if (problem is not null) problems.Add(change.At, path, problem, "vary:leads nowhere");
        }
        return root;
    }
}
