using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Reads <c>vary</c>: axes of a path with a list of values, or of a name with values that each change some paths.</summary>
/// <param name="problems">Where problems go.</param>
internal sealed class VaryReader(Problems problems)
{
    private const string Section = "vary";
    private const int LongestName = 60;
    private static readonly string[] s_study = ["version", "name", "question", "source", "fitted", Section, "expect", "sensitivity", "run.trials", "run.seed"];

    private readonly Dictionary<string, Position> _names = [];
    private readonly Dictionary<string, string> _paths = [];

    /// <summary>Reads the axes, in the order of the file.</summary>
    public IReadOnlyList<Axis> Read(Node node)
    {
        if (node is MapNode map) return [.. map.Entries.Select(Axis).OfType<Axis>()];
        if (node is not BrokenNode) problems.Add(node.At, Section, "a mapping of axes is expected: a path with a list of values, or a name with a mapping from values to changes", "vary:form");
        return [];
    }

    private Axis? Axis(Entry entry)
    {
        string shown = $"{Section}.{entry.Key}";
        List<AxisValue> values = [];
        switch (entry.Value)
        {
            case ListNode list:
                values.AddRange(list.Items.Select(item => Listed(entry, item, shown)).OfType<AxisValue>());
                break;
            case MapNode map:
                values.AddRange(map.Entries.Select(value => Named(entry.Key, value, shown)).OfType<AxisValue>());
                break;
            case TextNode:
                problems.Add(entry.Value.At, shown, $"a list of values is expected, such as {entry.Key}: [1, 2], or a mapping from values to changes", "vary:form");
                return null;
            default:
                return null;
        }
        bool isEmpty = entry.Value is ListNode { Items.Count: 0 } or MapNode { Entries.Count: 0 };
        if (isEmpty) problems.Add(entry.Value.At, shown, "there is nothing to vary: write at least one value", "vary:nothing to vary");
        return values.Count == 0 ? null : new Axis(entry.Key, values);
    }

    /// <summary>A value of a list: it is called by its own text.</summary>
    private AxisValue? Listed(Entry axis, Node item, string shown)
    {
        if (item is not TextNode text)
        {
            if (item is not BrokenNode) problems.Add(item.At, shown, "a list of values holds texts; for blocks, write a mapping from names to changes", "vary:form");
            return null;
        }
        return IsFree(text.Text, text.At, shown) && IsPath(axis.Key, axis.Key, axis.KeyAt, shown)
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
        bool isGood = IsFree(value.Key, value.KeyAt, shown);
        List<Change> changes = [];
        foreach (Entry change in map.Entries)
            if (IsPath(change.Key, axis, change.KeyAt, $"{shown}.{value.Key}")) changes.Add(new Change(change.Key, change.KeyAt, change.Value));
        return isGood ? new AxisValue(value.Key, value.KeyAt, changes) : null;
    }

    /// <summary>Whether a value may be called so: its name goes into file names, tables and expectations, and no spreadsheet may take it for a formula.</summary>
    private bool IsFree(string name, Position at, string shown)
    {
        bool isGood = name.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != ' '
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '%') && !name.Contains("  ", StringComparison.Ordinal);
        if (!isGood)
        {
            problems.Add(at, shown, $"'{name}' cannot name a variant: letters, digits, spaces, '-', '.' and '%', beginning with a letter or digit, at most {LongestName}; "
                + "a value of another form needs a name, as in <axis>: { <name>: { <path>: <value> } }", "vary:name");
            return false;
        }
        if (_names.TryAdd(name, at)) return true;
        problems.Add(at, shown, $"'{name}' names two variants (see line {_names[name].Line}): each needs a name of its own, over all axes", "vary:name twice");
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
