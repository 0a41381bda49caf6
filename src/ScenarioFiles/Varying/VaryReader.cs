using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>
/// Reads <c>vary</c>: axes of a path with values or a range of them, of a name with values that each change some paths, or of a name with a sample over
/// several paths; and under <c>where</c> what every combination must fulfil.
/// </summary>
/// <param name="problems">Where problems go.</param>
/// <param name="seed">The scenario's seed, from which samples are drawn.</param>
/// <param name="section">The key whose mapping is read, for messages.</param>
internal sealed class VaryReader(Problems problems, ulong seed, string section = "vary")
{
    private const string Where = "where";
    private static readonly IReadOnlyList<string> s_study = StudyKeys.Paths;

    private readonly Dictionary<string, string> _paths = [];

    /// <summary>Reads the axes, in the order of the file.</summary>
    public IReadOnlyList<Axis> Read(Node node)
    {
        if (node is MapNode { Entries: [{ Key: Where } only] }) problems.Add(only.KeyAt, section, "there is nothing to vary: write at least one axis beside 'where'", "vary:nothing to vary");
        if (node is MapNode map) return ValueNames.Distinct([.. map.Entries.Where(entry => entry.Key != Where).Select(Axis).OfType<Axis>()], problems);
        if (node is not (BrokenNode or TextNode { IsNone: true }))
            problems.Add(node.At, section, "a mapping of axes is expected: a path with a list of values or a range, a name with a mapping from values to changes, or a name with a sample", "vary:form");
        return [];
    }

    /// <summary>Reads what every combination must fulfil.</summary>
    public IReadOnlyList<Constraint> Constraints(Node node)
    {
        if ((node as MapNode)?.Find(Where) is not { } where) return [];
        if (where.Value is ListNode list) return [.. list.Items.Select(item => Constraint.Read(item, problems, $"{section}.{Where}")).OfType<Constraint>()];
        if (where.Value is not BrokenNode) problems.Add(where.Value.At, $"{section}.{Where}", "a list of comparisons is expected, such as [crews.operators.size >= 2]", "vary:where form");
        return [];
    }

    private Axis? Axis(Entry entry)
    {
        string shown = $"{section}.{entry.Key}";
        if (entry.Value is MapNode { Entries.Count: 0 } or ListNode { Items.Count: 0 })
            problems.Add(entry.Value.At, shown, "there is nothing to vary: write at least one value", "vary:nothing to vary");
        switch (entry.Value)
        {
            case ListNode list:
                return Of(entry, [.. list.Items.Select(item => Listed(entry, item, shown)).OfType<AxisValue>()], isPath: true);
            case MapNode map when SampleReader.IsMeant(map):
                return new SampleReader(problems, seed).Read(entry, map, shown, path => IsPath(path.Key, entry.Key, path.KeyAt, shown));
            case MapNode map:
                return Of(entry, [.. map.Entries.Select(value => Named(entry.Key, value, shown)).OfType<AxisValue>()], isPath: false);
            case TextNode text when ValueRange.IsMeant(text.Text):
                return Of(entry, Ranged(entry, text, shown), isPath: true);
            case TextNode text:
                problems.Add(text.At, shown, $"a list of values is expected, such as {entry.Key}: [1, 2], a range such as from 1 to 9 in 5 steps, or a mapping from values to changes", "vary:form");
                return null;
            default:
                return null;
        }
    }

    private static Axis? Of(Entry entry, IReadOnlyList<AxisValue> values, bool isPath) => values.Count == 0 ? null : new Axis(entry.Key, values) { IsPath = isPath };

    /// <summary>The values of a range: each is called by its own text.</summary>
    private IReadOnlyList<AxisValue> Ranged(Entry axis, TextNode text, string shown)
    {
        if (!IsPath(axis.Key, axis.Key, axis.KeyAt, shown)) return [];
        Parsed<IReadOnlyList<string>> values = ValueRange.Parse(text.Text, stepped: true).Then(range => range.Values() is { } found
            ? Parsed.Ok(found)
            : Parsed.No<IReadOnlyList<string>>($"the steps of '{text.Text}' are too fine: two of them come out as the same value"));
        if (values.Problem is null) return [.. values.Value.Select(value => new AxisValue(value, text.At, [new Change(axis.Key, axis.KeyAt, text with { Text = value })]))];
        problems.Add(text.At, shown, values.Problem, "vary:range");
        return [];
    }

    /// <summary>A value of a list: it is called by its own text.</summary>
    private AxisValue? Listed(Entry axis, Node item, string shown)
    {
        if (item is not TextNode text)
        {
            if (item is not BrokenNode) problems.Add(item.At, shown, "a list of values holds texts; for blocks, write a mapping from names to changes", "vary:form");
            return null;
        }
        return IsName(text.Text, text.At, shown) && IsPath(axis.Key, axis.Key, axis.KeyAt, shown)
            ? new AxisValue(text.Text, text.At, [new Change(axis.Key, axis.KeyAt, text)])
            : null;
    }

    private AxisValue? Named(string axis, Entry value, string shown)
    {
        if (value.Value is not MapNode map)
        {
            if (value.Value is not BrokenNode) problems.Add(value.Value.At, $"{shown}.{value.Key}", "a mapping from paths to values is expected; {} changes nothing", "vary:form");
            return null;
        }
        bool isGood = IsName(value.Key, value.KeyAt, shown);
        List<Change> changes = [];
        foreach (Entry change in map.Entries)
            if (IsPath(change.Key, axis, change.KeyAt, $"{shown}.{value.Key}")) changes.Add(new Change(change.Key, change.KeyAt, change.Value));
        return isGood ? new AxisValue(value.Key, value.KeyAt, changes) : null;
    }

    private bool IsName(string name, Position at, string shown)
    {
        if (ValueNames.IsGood(name)) return true;
        problems.Add(at, shown, ValueNames.Problem(name), "vary:name");
        return false;
    }

    private bool IsPath(string path, string axis, Position at, string shown)
    {
        if (s_study.FirstOrDefault(own => path == own || path.StartsWith(own + ".", StringComparison.Ordinal)) is { } own)
        {
            problems.Add(at, shown, $"'{own}' is the same for all variants: vary changes the scenario alone", "vary:not of the scenario");
            return false;
        }
        if (_paths.TryAdd(path, axis) || _paths[path] == axis) return true;
        problems.Add(at, shown, $"'{path}' is varied by the axis '{_paths[path]}' already", "vary:path twice");
        return false;
    }
}
