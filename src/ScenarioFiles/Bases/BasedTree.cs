using Simulator.ScenarioFiles.Tree;
using Simulator.ScenarioFiles.Varying;

namespace Simulator.ScenarioFiles.Bases;

/// <summary>
/// The tree of a file that may stand on another: under <c>base</c> it names a file, and every other key is the dotted path of what is different, whose
/// value takes the place of the base's whole, as in <c>vary</c>. Whatever is read of a scenario is read of this tree; each part knows the file it comes from.
/// </summary>
internal static class BasedTree
{
    /// <summary>The key that names the base.</summary>
    public const string Key = "base";

    /// <summary>So many files stand on each other at the most; in a longer row nobody finds where a value comes from.</summary>
    private const int Deepest = 4;

    /// <summary>Reads a file; null with a problem where there is no tree.</summary>
    public static MapNode? Read(string path, Problems problems) => FileText.Read(path, problems) is { } text ? Parse(text, problems) : null;

    /// <summary>Reads the text of the file that the problems name; null with a problem where there is no tree.</summary>
    public static MapNode? Parse(string text, Problems problems) => TreeReader.Read(text, problems) is { } root ? Whole(root, problems, [problems.File]) : null;

    private static MapNode? Whole(MapNode root, Problems problems, IReadOnlyList<string> chain)
    {
        if (root.Find(Key) is not { } named) return root;
        MapNode rest = root.Without(Key);
        if (BaseOf(named, problems, chain) is not { } whole) return named.Value is BrokenNode ? rest : null;
        foreach (Entry change in rest.Entries)
        {
            whole = new Change(change.Key, change.KeyAt, change.Value).Apply(whole, out string? problem);
            if (problem is not null) problems.Add(change.KeyAt, change.Key, $"{problem}; what stands here changes the base", "base:leads nowhere");
        }
        return whole;
    }

    /// <summary>The tree of the base, without what every file says itself; null with a problem where there is none.</summary>
    private static MapNode? BaseOf(Entry named, Problems problems, IReadOnlyList<string> chain)
    {
        if (named.Value is not TextNode { Text: var name })
        {
            if (named.Value is not BrokenNode) problems.Add(named.Value.At, Key, "the name of one file is expected, such as base: first-steps.yaml", "base:form");
            return null;
        }
        if (Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal)) return No($"'{name}' names a file of this machine alone: write its path from the folder of this file, such as first-steps.yaml", "base:form");
        string file = Path.Combine(Path.GetDirectoryName(chain[^1]) ?? "", name);
        if (chain.Any(above => Path.GetFullPath(above) == Path.GetFullPath(file)))
            return No($"the bases go round in a circle: {string.Join(" stands on ", chain.Append(file).Select(Path.GetFileName))}", "base:circle");
        if (chain.Count >= Deepest) return No($"files stand on each other {Deepest} deep at the most: {string.Join(" stands on ", chain.Select(Path.GetFileName))}", "base:too deep");
        var found = new Problems(file);
        if (FileText.Read(file, found) is not { } text) return No($"'{name}' is no base: {found.Found[0].Message}", "base:missing");
        MapNode? root = TreeReader.Read(text, found);
        if (root is not null) root = Whole((MapNode)Placed(root, file), found, [.. chain, file]);
        problems.Add(found);
        return root?.Without("version").Without("name");

        MapNode? No(string problem, string rule)
        {
            problems.Add(named.Value.At, Key, problem, rule);
            return null;
        }
    }

    /// <summary>The same tree, each place with its file.</summary>
    internal static Node Placed(Node node, string file) => node switch
    {
        MapNode map => new MapNode(map.At with { File = file }, [.. map.Entries.Select(entry => new Entry(entry.Key, entry.KeyAt with { File = file }, Placed(entry.Value, file)))]),
        ListNode list => new ListNode(list.At with { File = file }, [.. list.Items.Select(item => Placed(item, file))]),
        _ => node with { At = node.At with { File = file } },
    };
}
