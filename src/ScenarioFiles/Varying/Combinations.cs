using Simulator.Experiments;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>A variant before it is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Root">The tree with its changes made, without <c>vary</c>.</param>
/// <param name="Levels">Where it stands on each axis.</param>
internal sealed record VariedTree(string Name, MapNode Root, IReadOnlyList<Level> Levels);

/// <summary>Every combination of the axes' values that the constraints allow, and the tree that each makes.</summary>
internal static class Combinations
{
    /// <summary>So many variants are compared at the most: a table of more is read by nobody, and a search finds the best of more.</summary>
    public const int Most = 1000;

    /// <summary>So many combinations are held against constraints at the most.</summary>
    private const int MostBefore = 20_000;

    /// <summary>The variants, the baseline (every axis at its first value, or the first combination that is allowed) first; the last axis changes fastest.</summary>
    /// <param name="root">The tree without <c>vary</c>.</param>
    /// <param name="axes">The axes; at least one.</param>
    /// <param name="constraints">What every variant must fulfil.</param>
    /// <param name="problems">Where paths that lead nowhere go.</param>
    public static IReadOnlyList<VariedTree> Of(MapNode root, IReadOnlyList<Axis> axes, IReadOnlyList<Constraint> constraints, Problems problems)
    {
        long count = axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Values.Count, int.MaxValue));
        if (count > (constraints.Count == 0 ? Most : MostBefore)) return TooMany(count, constraints.Count == 0 ? Most : MostBefore);
        int before = problems.Count;
        List<VariedTree> variants = [new("", root, [])];
        foreach (Axis axis in axes)
            variants = [.. variants.SelectMany(variant => axis.Values.Select(value => Joined(variant, axis, value, problems)))];
        if (problems.Count > before) return variants.Count > Most ? [.. variants.Take(Most)] : variants;
        List<VariedTree> kept = Constraint.Kept(constraints, axes, variants, problems);
        return kept.Count > Most ? TooMany(kept.Count, Most) : kept;

        VariedTree[] TooMany(long found, int most)
        {
            problems.Add(axes[0].Values[0].At, "vary", $"the axes make {found} variants: at most {most} can be {(most == Most ? "compared" : "looked through")}", "vary:too many");
            return [];
        }
    }

    /// <summary>A variant with a value of one axis more.</summary>
    /// <param name="variant">The variant so far.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="value">Its value.</param>
    /// <param name="problems">Where paths that lead nowhere go.</param>
    /// <param name="section">The path of the axes, for messages.</param>
    internal static VariedTree Joined(VariedTree variant, Axis axis, AxisValue value, Problems problems, string section = "vary") => new(
        variant.Name.Length == 0 ? value.Name : $"{variant.Name} + {value.Name}",
        Apply(variant.Root, axis, value, problems, section),
        [.. variant.Levels, .. axis.IsPath || axis.IsSample ? value.Changes.Select(LevelOf) : [new Level(axis.Name, value.Name, null, "")]]);

    private static Level LevelOf(Change change)
    {
        string text = ((TextNode)change.Value).Text;
        return WrittenQuantity.Of(text) is { } quantity ? new Level(change.Path, text, quantity.Value, quantity.Kind.Base) : new Level(change.Path, text, null, "");
    }

    private static MapNode Apply(MapNode root, Axis axis, AxisValue value, Problems problems, string section)
    {
        foreach (Change change in value.Changes)
        {
            root = change.Apply(root, out string? problem);
            string path = axis.IsPath ? $"{section}.{axis.Name}" : axis.IsSample ? $"{section}.{axis.Name}.{change.Path}" : $"{section}.{axis.Name}.{value.Name}.{change.Path}";
            if (problem is not null) problems.Add(change.At, path, problem, "vary:leads nowhere");
        }
        return root;
    }
}
