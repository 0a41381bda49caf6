using Simulator.Models.Language;
using Simulator.ScenarioFiles.Bases;

namespace Simulator.ScenarioFiles.Tree;

/// <summary>Puts the mappings of other YAML files in the place of their names: what several scenarios share stands in a file of its own.</summary>
internal static class Included
{
    private static readonly string[][] s_paths = [["costs", "prices"]];

    /// <summary>The tree with what it names put in; a file that cannot be read is a problem.</summary>
    public static MapNode In(MapNode root, Problems problems) => s_paths.Aggregate(root, (tree, path) => (MapNode)In(tree, path, 0, problems));

    private static Node In(Node node, string[] path, int depth, Problems problems)
    {
        if (depth == path.Length) return node is TextNode { IsNone: false } name ? Read(name, string.Join('.', path), problems) : node;
        return node is MapNode map && map.Find(path[depth]) is { } entry ? map.With(entry with { Value = In(entry.Value, path, depth + 1, problems) }) : node;
    }

    private static Node Read(TextNode name, string path, Problems problems)
    {
        if (Folder.Misnamed(name.Text, ".yaml", "prices/example.yaml") is { } misnamed) return No($"'{name.Text}' {misnamed}");
        string file = Path.Combine(Path.GetDirectoryName(name.At.File ?? problems.File) ?? "", name.Text);
        var inside = new Problems(file);
        if (FileText.Read(file, inside) is not { } text) return No($"'{name.Text}' cannot be read: {inside.Found[0].Message}");
        MapNode? found = TreeReader.Read(text, inside);
        problems.Add(inside);
        return found is null ? new BrokenNode(name.At) : BasedTree.Placed(found, file);

        BrokenNode No(string problem)
        {
            problems.Add(name.At, path, problem, "included:file");
            return new BrokenNode(name.At);
        }
    }
}
