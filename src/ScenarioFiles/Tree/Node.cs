namespace Simulator.ScenarioFiles.Tree;

/// <summary>A place in the file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="File">The file, as it was named; null for the one that is read, which may stand on others.</param>
internal readonly record struct Position(int Line, int Column, string? File = null);

/// <summary>A part of the file with its place. Trees are values: a variant is a new tree that shares what it does not change.</summary>
/// <param name="At">Where it begins.</param>
internal abstract record Node(Position At)
{
    /// <summary>Whether something in it is broken.</summary>
    public bool IsBroken => this switch
    {
        BrokenNode => true,
        ListNode list => list.Items.Any(item => item.IsBroken),
        MapNode map => map.Entries.Any(entry => entry.Value.IsBroken),
        _ => false,
    };
}

/// <summary>A text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Text">The text, without its quotes.</param>
/// <param name="IsQuoted">Whether it had quotes.</param>
internal sealed record TextNode(Position At, string Text, bool IsQuoted) : Node(At)
{
    /// <summary>Whether it switches a block off.</summary>
    public bool IsNone => Text == "none";
}

/// <summary>A list.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Items">Its items in order.</param>
internal sealed record ListNode(Position At, IReadOnlyList<Node> Items) : Node(At);

/// <summary>A mapping.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Entries">Its entries in order; no key stands twice.</param>
internal sealed record MapNode(Position At, IReadOnlyList<Entry> Entries) : Node(At)
{
    /// <summary>The keys in order.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The entry under a key; null where there is none.</summary>
    public Entry? Find(string key)
    {
        foreach (Entry entry in Entries)
            if (entry.Key == key) return entry;
        return null;
    }

    /// <summary>The same mapping with an entry put in the place of the one with its key, or at the end.</summary>
    public MapNode With(Entry changed) => Find(changed.Key) is null
        ? this with { Entries = [.. Entries, changed] }
        : this with { Entries = [.. Entries.Select(entry => entry.Key == changed.Key ? changed : entry)] };

    /// <summary>The same mapping without a key.</summary>
    public MapNode Without(string key) => this with { Entries = [.. Entries.Where(entry => entry.Key != key)] };
}

/// <summary>Something whose problem is already known; it is read as if it were right.</summary>
/// <param name="At">Where it begins.</param>
internal sealed record BrokenNode(Position At) : Node(At);

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyAt">Where the key begins.</param>
/// <param name="Value">The value.</param>
internal sealed record Entry(string Key, Position KeyAt, Node Value);
