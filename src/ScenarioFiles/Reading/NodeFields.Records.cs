using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <content>Nested records and collections of them.</content>
internal sealed partial class NodeFields
{
    /// <inheritdoc/>
    public override T Block<T>(string key, Shape<T> shape, string meaning)
    {
        Entry? entry = Ask(key);
        if (entry is null) ReportMissing(key, $"a mapping with the keys of the {shape.Name}");
        MapNode? map = entry is null ? null : Mapping(entry.Value, key, $"the keys of the {shape.Name}");
        if (map is not null) return Read(context, map, place.Block(entry!), "", shape);

        // What is missing inside is not a problem of its own.
        int known = context.Problems.Count;
        T standIn = shape.Read(new NodeFields(context, new MapNode(place.At, []), place, "", shape.Name));
        context.Problems.Forget(known);
        return standIn;
    }

    /// <inheritdoc/>
    public override T? OptionalBlock<T>(string key, Shape<T> shape, string meaning) where T : class
    {
        if (Ask(key) is not { } entry || entry.Value is TextNode { IsNone: true }) return null;
        MapNode? map = Mapping(entry.Value, key, $"the keys of the {shape.Name}, or none to switch it off");
        return map is null ? null : Read(context, map, place.Block(entry), "", shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Map<T>(string key, Shape<T> item, string meaning, bool required = false)
    {
        List<Named<T>> members = [];
        foreach (Entry member in Members(key, item.Name, required))
            if (Mapping(member.Value, $"{key}.{member.Key}", $"the keys of {Words.A(item.Name)}, or none to switch it off") is { } map)
                members.Add(new Named<T>(member.Key, Read(context, map, place.Member(key, member), member.Key, item)));
        return members;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Family<T>(string key, IReadOnlyList<Kind<T>> kinds, string meaning, string selector = "kind", string? standard = null)
    {
        List<Named<T>> members = [];
        foreach (Entry member in Members(key, "block", required: false))
        {
            if (Mapping(member.Value, $"{key}.{member.Key}", $"'{selector}' and the keys of that {selector}, or none to switch it off") is not { } map) continue;
            Place at = place.Member(key, member);
            if (KindOf(map, at, kinds, selector, standard) is not { } kind) continue;
            Place inside = at with { Kinds = [.. at.Kinds, RuleNames.Kind(at.SchemaPath, kind.Word)] };
            members.Add(new Named<T>(member.Key, Read(context, map, inside, member.Key, kind.Shape, selector)));
        }
        return members;
    }

    private Kind<T>? KindOf<T>(MapNode map, Place at, IReadOnlyList<Kind<T>> kinds, string selector, string? standard)
    {
        string[] words = [.. kinds.Select(kind => kind.Word)];
        switch (map.Find(selector)?.Value)
        {
            case null when standard is not null:
                return kinds.First(kind => kind.Word == standard);
            case null:
                context.Problems.Add(at.At, at.Path, $"key '{selector}' is missing: one of {string.Join(", ", words)}", [RuleNames.Missing(at.SchemaBelow(selector)), .. at.Kinds]);
                return null;
            case TextNode text when kinds.FirstOrDefault(kind => kind.Word == text.Text) is { } kind:
                return kind;
            case TextNode text:
                context.Problems.Add(text.At, at.Below(selector), $"unknown {selector} '{text.Text}': one of {string.Join(", ", words)}{Near.Hint(text.Text, words)}", [RuleNames.UnknownKind(at.SchemaPath), .. at.Kinds]);
                return null;
            case BrokenNode:
                return null;
            case var other:
                context.Problems.Add(other.At, at.Below(selector), $"a word is expected here: one of {string.Join(", ", words)}", [RuleNames.UnknownKind(at.SchemaPath), .. at.Kinds]);
                return null;
        }
    }

    /// <summary>The members of a collection that are switched on; wrong names are reported and read all the same.</summary>
    private IEnumerable<Entry> Members(string key, string noun, bool required)
    {
        IReadOnlyList<Entry> members = Entries(key, $"from names to {noun}s");
        if (required && members.Count == 0 && node.Find(key)?.Value is null or MapNode { Entries.Count: 0 } or TextNode { IsNone: true }) ReportMissing(key, $"a mapping from names to {noun}s, at least one");
        foreach (Entry member in members)
        {
            if (Syntaxes.Name.Parse(member.Key).Problem is { } problem) Report(member.KeyAt, key, problem, RuleNames.BadName);
            if (member.Value is not TextNode { IsNone: true }) yield return member;
        }
    }
}
