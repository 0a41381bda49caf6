using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Reading;

/// <summary>Where a record stands.</summary>
/// <param name="At">Where it is called by its name.</param>
/// <param name="Path">Its dotted path in the file; empty for the top level.</param>
/// <param name="SchemaPath">The same path with <c>*</c> for every name.</param>
/// <param name="Kinds">The kinds of families that it is inside of, as rules.</param>
internal sealed record Place(Position At, string Path, string SchemaPath, IReadOnlyList<string> Kinds)
{
    /// <summary>The path of a key in it.</summary>
    public string Below(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>The path of a key in it with <c>*</c> for every name.</summary>
    public string SchemaBelow(string key) => SchemaPath.Length == 0 ? key : $"{SchemaPath}.{key}";

    /// <summary>The place of a block under a key.</summary>
    public Place Block(Entry entry) => new(entry.KeyAt, Below(entry.Key), SchemaBelow(entry.Key), Kinds);

    /// <summary>The place of a member of a collection.</summary>
    public Place Member(string collection, Entry member) =>
        new(member.KeyAt, $"{Below(collection)}.{member.Key}", $"{SchemaBelow(collection)}.*", Kinds);
}
