using Simulator.Models.Language;
using Simulator.ScenarioFiles.Reading;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Puts another value under one path of the tree: <c>faults.wrong-ids.mode: soft</c>.</summary>
/// <param name="Path">The dotted path.</param>
/// <param name="At">Where the change is written.</param>
/// <param name="Value">The new value; it takes the old one's place whole.</param>
internal sealed record Change(string Path, Position At, Node Value)
{
    /// <summary>The tree with the change made. All but the last word of the path must be there; the last may be new.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="problem">Why the path leads nowhere; null where it does lead somewhere.</param>
    public MapNode Apply(MapNode root, out string? problem)
    {
        string? found = null;
        MapNode changed = Put(root, Path.Split('.'), 0, ref found);
        problem = found;
        return changed;
    }

    private MapNode Put(MapNode map, string[] words, int depth, ref string? problem)
    {
        string word = words[depth];
        if (depth == words.Length - 1) return map.With(new Entry(word, At, Value));
        string above = depth == 0 ? "the scenario" : string.Join('.', words.Take(depth));
        Entry? entry = map.Find(word);
        if (entry?.Value is MapNode below) return map.With(entry with { Value = Put(below, words, depth + 1, ref problem) });
        if (entry?.Value is BrokenNode) return map;
        problem = entry is null
            ? $"the path leads nowhere: {above} has no '{word}' but {Context.Listed([.. map.Keys])}{Near.Hint(word, map.Keys)}"
            : $"the path leads nowhere: {string.Join('.', words.Take(depth + 1))} is a value, with nothing below it";
        return map;
    }
}
