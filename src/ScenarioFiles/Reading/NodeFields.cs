using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <summary>The keys of one mapping of a file. Problems go to the context, and the caller gets the syntax's example in the place of what is wrong.</summary>
/// <param name="context">What the reading shares.</param>
/// <param name="node">The mapping.</param>
/// <param name="place">Where it stands.</param>
/// <param name="name">Its name in its collection; empty where it stands in none.</param>
/// <param name="noun">What it is called in messages: "crew".</param>
internal sealed partial class NodeFields(Context context, MapNode node, Place place, string name, string noun) : Fields
{
    private readonly List<string> _asked = [];
    private readonly Dictionary<string, string> _broken = [];
    private readonly int _before = context.Problems.Count;

    /// <inheritdoc/>
    public override string Name => name;

    /// <summary>Reads a record and reports the keys that it does not have.</summary>
    public static T Read<T>(Context context, MapNode node, Place place, string name, Shape<T> shape, params IReadOnlyList<string> known)
    {
        var fields = new NodeFields(context, node, place, name, shape.Name);
        fields._asked.AddRange(known);
        T record = shape.Read(fields);
        fields.ReportUnknown();
        return record;
    }

    /// <inheritdoc/>
    public override bool Has(string key) => node.Find(key) is not null;

    /// <inheritdoc/>
    public override T Required<T>(string key, Syntax<T> syntax, string meaning)
    {
        if (Ask(key) is { } entry) return Scalar(entry.Value, key, syntax);
        ReportMissing(key, $"{syntax.Name}, such as {syntax.Example}");
        return Example(syntax);
    }

    /// <inheritdoc/>
    public override T Optional<T>(string key, Syntax<T> syntax, string fallback, string origin, string meaning) =>
        Ask(key) is { } entry ? Scalar(entry.Value, key, syntax) : Fallback(key, syntax, fallback);

    /// <inheritdoc/>
    public override IReadOnlyList<T> List<T>(string key, Syntax<T> item, string meaning, bool required = false)
    {
        Entry? entry = Ask(key);
        if (entry is null && !required) return [];
        if (entry is null)
        {
            ReportMissing(key, $"a list of items, each {item.Name}, such as [{item.Example}]");
            return [Example(item)];
        }
        IReadOnlyList<T> items = ListOf(entry.Value, key, item);
        if (items.Count > 0 || !required) return items;
        if (entry.Value is ListNode) Report(entry.Value.At, key, $"the list is empty: at least one item is needed, such as {item.Example}", RuleNames.Missing(place.SchemaBelow(key)));
        return [Example(item)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Table<T>(string key, Syntax<T> item, string meaning) =>
        [.. Entries(key, $"names with {item.Name} each").Select(entry => new Named<T>(entry.Key, Scalar(entry.Value, key, item, entry.Key)))];

    /// <inheritdoc/>
    public override IReadOnlyList<Named<IReadOnlyList<T>>> Lists<T>(string key, Syntax<T> item, string meaning) =>
        [.. Entries(key, "names with a list each").Select(entry => new Named<IReadOnlyList<T>>(entry.Key, ListOf(entry.Value, key, item, entry.Key)))];

    /// <inheritdoc/>
    public override void Check(bool holds, string key, string rule, Func<string> problem)
    {
        // What was read in the place of something wrong must not be blamed for not fitting the rest.
        if (holds || !IsSound) return;

        // Of several rules about one key the first that is broken is told; the next may only follow from it.
        if (!_broken.TryAdd(key, rule) && _broken[key] != rule) return;
        Entry? entry = Find(key);
        Position at = entry is null ? place.At : entry.Value is TextNode ? entry.Value.At : entry.KeyAt;
        context.Problems.Add(at, entry is null ? place.Path : place.Below(key), problem(), [RuleNames.Check(place.SchemaPath, rule), .. place.Kinds]);
    }

    private bool IsSound => !node.IsBroken
        && context.Problems.Found.Skip(_before).All(found => found.Rules.Any(broken => broken.StartsWith("check:", StringComparison.Ordinal)));

    /// <summary>The entry at a key, or at a dotted path below it.</summary>
    private Entry? Find(string path)
    {
        string[] words = path.Split('.');
        Entry? entry = node.Find(words[0]);
        foreach (string word in words.Skip(1)) entry = (entry?.Value as MapNode)?.Find(word);
        return entry;
    }

    private Entry? Ask(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
        return node.Find(key);
    }

    private void Report(Position at, string key, string message, params IReadOnlyList<string> rules) =>
        context.Problems.Add(at, place.Below(key), message, [.. rules, .. place.Kinds]);

    private void ReportMissing(string key, string expected) =>
        context.Problems.Add(place.At, place.Path, $"key '{key}' is missing: {expected}", [RuleNames.Missing(place.SchemaBelow(key)), .. place.Kinds]);

    private void ReportUnknown()
    {
        foreach (Entry entry in node.Entries.Where(entry => !_asked.Contains(entry.Key)))
            context.Problems.Add(entry.KeyAt, place.Path, $"unknown key '{entry.Key}': the keys of {Words.A(noun)} are {string.Join(", ", _asked)}{Near.Hint(entry.Key, _asked)}", [RuleNames.UnknownKey, .. place.Kinds]);
    }

    private static T Example<T>(Syntax<T> syntax) => syntax.Parse(syntax.Example).Value;

    private static T Fallback<T>(string key, Syntax<T> syntax, string fallback)
    {
        Parsed<T> parsed = syntax.Parse(fallback);
        return parsed.Problem is null ? parsed.Value : throw new InvalidOperationException($"the default of '{key}' is wrong: {parsed.Problem}");
    }
}
