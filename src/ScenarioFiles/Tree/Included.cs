using Simulator.Models.Language;

namespace Simulator.ScenarioFiles.Tree;

/// <summary>
/// Puts the mappings of other YAML files in the place of their names: what several scenarios share stands in a file of its own. Everything in it has the
/// place of its name, for there the scenario is to be looked at; its path tells the rest.
/// </summary>
internal static class Included
{
    private static readonly string[][] s_paths = [["costs", "prices"]];

    /// <summary>The tree with what it names put in; a file that cannot be read is a problem at its name.</summary>
    public static MapNode In(MapNode root, Problems problems) => s_paths.Aggregate(root, (tree, path) => (MapNode)In(tree, path, 0, problems));

    private static Node In(Node node, string[] path, int depth, Problems problems)
    {
        if (depth == path.Length) return node is TextNode { IsNone: false } name ? Read(name, string.Join('.', path), problems) : node;
        return node is MapNode map && map.Find(path[depth]) is { } entry ? map.With(entry with { Value = In(entry.Value, path, depth + 1, problems) }) : node;
    }

    private static Node Read(TextNode name, string path, Problems problems)
    {
        if (Folder.Misnamed(name.Text, ".yaml", "prices/example.yaml") is { } misnamed)
        {
            problems.Add(name.At, path, $"'{name.Text}' {misnamed}", "included:name");
            return new BrokenNode(name.At);
        }
        string file = Path.Combine(Path.GetDirectoryName(problems.File) ?? "", name.Text);
        var inside = new Problems(name.Text);
        MapNode? found = FileText.Read(file, inside) is { } text ? TreeReader.Read(text, inside) : null;
        foreach (Problem problem in inside.Found) problems.Add(name.At, path, problem.ToString(), [.. problem.Rules, "included:file"]);
        return found is null || inside.Found.Count > 0 ? new BrokenNode(name.At) : Moved(found, name.At);
    }

    private static Node Moved(Node node, Position at) => node switch
    {
        MapNode map => new MapNode(at, [.. map.Entries.Select(entry => new Entry(entry.Key, at, Moved(entry.Value, at)))]),
        ListNode list => new ListNode(at, [.. list.Items.Select(item => Moved(item, at))]),
        _ => node with { At = at },
    };
}
