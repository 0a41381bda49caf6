using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <summary>What the reading of one variant shares: its tree, its problems, and the names that were mentioned.</summary>
/// <param name="root">The top level, with the variant's changes made.</param>
/// <param name="variants">The values of all axes of <c>vary</c>, which expectations may name.</param>
/// <param name="own">This variant's own values.</param>
/// <param name="file">The file, as it was named.</param>
/// <param name="folders">Where files stand that it names; shared by all variants.</param>
internal sealed class Context(MapNode root, IReadOnlyList<string> variants, IReadOnlyList<string> own, string file, Folders folders)
{
    private readonly List<(Position At, string Path, string Rule, Reference Meant)> _mentions = [];

    /// <summary>Where files stand that the scenario names.</summary>
    public Folders Folders => folders;

    /// <summary>What is wrong so far.</summary>
    public Problems Problems { get; } = new(file);

    /// <summary>Remembers a name that must turn out to be defined.</summary>
    public void Mention(Position at, string path, string schemaPath, Reference meant) => _mentions.Add((at, path, RuleNames.UnknownName(schemaPath), meant));

    /// <summary>Reports every mention of a name that is not defined.</summary>
    public void CheckMentions()
    {
        List<(Position At, string Name)> unknown = [];
        foreach ((Position at, string path, string rule, Reference meant) in _mentions)
        {
            if (meant.In is { } only && !only.All(own.Contains)) continue;
            List<string> known = [.. meant.Section.Split('|').SelectMany(Names).Distinct()];
            if (known.Contains(meant.Name) || meant.Section.Split('|').Any(IsToldAlready)) continue;
            if (meant.Section.Split('|').All(part => unknown.Exists(other => other.At == at && part.StartsWith($"{other.Name}.", StringComparison.Ordinal)))) continue;
            unknown.AddRange(meant.Section.Split('|').Select(part => (at, $"{part}.{meant.Name}")));
            string section = string.Join(" or ", meant.Section.Split('|'));
            string list = known.Count == 0 ? "there are none" : $"there {(known.Count == 1 ? "is" : "are")} {Listed(known)}";
            Problems.Add(at, path, $"{meant.From}no '{meant.Name}' in {section}: {list}{Near.Hint(meant.Name, known)}", rule);
        }
    }

    /// <summary>The first dozen words of a list, and how many more there are.</summary>
    public static string Listed(IReadOnlyList<string> words) =>
        string.Join(", ", words.Take(12)) + (words.Count > 12 ? $" and {words.Count - 12} more" : "");

    /// <summary>Whether a section is itself missing or broken, so that what it lacks is no news.</summary>
    private bool IsToldAlready(string section)
    {
        string top = section.Split('.')[0];
        return root.Find(top)?.Value.IsBroken ?? Problems.Found.Any(problem => problem.Rules.Contains(RuleNames.Missing(top)));
    }

    private IEnumerable<string> Names(string section)
    {
        if (section == "vary") return variants;
        IEnumerable<Node> found = [root];
        foreach (string segment in section.Split('.'))
            found = [.. found.OfType<MapNode>().SelectMany(map => segment == "*" ? map.Entries.Select(entry => entry.Value) : map.Find(segment) is { } entry ? [entry.Value] : [])];
        return found.SelectMany(node => node switch
        {
            MapNode map => map.Entries.Where(entry => entry.Value is not TextNode { IsNone: true }).Select(entry => entry.Key),
            ListNode list => list.Items.OfType<TextNode>().Select(item => item.Text),
            TextNode { IsNone: false } text => [text.Text],
            _ => [],
        });
    }
}
