using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <content>Texts, lists and tables.</content>
internal sealed partial class NodeFields
{
    private T Scalar<T>(Node value, string key, Syntax<T> syntax, string? below = null)
    {
        string shown = below is null ? key : $"{key}.{below}", rule = RuleNames.Value(place.SchemaBelow(key));
        switch (value)
        {
            case TextNode text:
                return Text(text, key, shown, syntax);
            case MapNode:
                Report(value.At, shown, $"a mapping stands here: {syntax.Name} is expected, such as {syntax.Example}", rule, "form:mapping for a text");
                break;
            case ListNode:
                Report(value.At, shown, $"a list stands here: {syntax.Name} is expected, such as {syntax.Example}", rule, "form:list for a text");
                break;
        }
        return Example(syntax);
    }

    private T Text<T>(TextNode text, string key, string shown, Syntax<T> syntax)
    {
        Parsed<T> parsed = syntax.Parse(text.Text).Then(value => syntax.Load(value, context.Folders.Of(text.At)));
        string schemaPath = place.SchemaBelow(key);
        if (parsed.Problem is { } problem)
        {
            Report(text.At, shown, problem, parsed.Rule is null ? RuleNames.Value(schemaPath) : RuleNames.Range(schemaPath, parsed.Rule));
            return Example(syntax);
        }
        foreach (Reference meant in syntax.Refers(parsed.Value)) context.Mention(text.At, place.Below(shown), schemaPath, meant);
        return parsed.Value;
    }

    private IReadOnlyList<T> ListOf<T>(Node value, string key, Syntax<T> item, string? below = null)
    {
        string shown = below is null ? key : $"{key}.{below}", rule = RuleNames.Value(place.SchemaBelow(key));
        switch (value)
        {
            case ListNode list:
                return [.. list.Items.Select(node => Scalar(node, key, item, below))];
            case TextNode text:
                Report(value.At, shown, $"a text stands here: a list is expected; write [{text.Text}]", rule, "form:text for a list");
                break;
            case MapNode:
                Report(value.At, shown, $"a mapping stands here: a list is expected, such as [{item.Example}]", rule, "form:mapping for a list");
                break;
        }
        return [];
    }

    /// <summary>The entries of a mapping under a key; none where it is absent, switched off or wrong.</summary>
    private IReadOnlyList<Entry> Entries(string key, string expected)
    {
        if (Ask(key) is not { } entry || entry.Value is TextNode { IsNone: true }) return [];
        return Mapping(entry.Value, key, expected)?.Entries ?? [];
    }

    /// <summary>A value as a mapping; null with a problem where it is another thing.</summary>
    private MapNode? Mapping(Node value, string shown, string expected)
    {
        switch (value)
        {
            case TextNode text:
                Report(value.At, shown, $"the text '{text.Text}' stands here: a mapping is expected, {expected}", RuleNames.Value(place.SchemaBelow(shown)), "form:text for a mapping");
                break;
            case ListNode:
                Report(value.At, shown, $"a list stands here: a mapping is expected, {expected}", RuleNames.Value(place.SchemaBelow(shown)), "form:list for a mapping");
                break;
        }
        return value as MapNode;
    }
}
