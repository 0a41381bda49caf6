namespace Simulator.ScenarioFiles.Describing;

/// <summary>How one record of the language is written.</summary>
/// <param name="Name">What it is called: "crew".</param>
/// <param name="Meaning">What it stands for in the world.</param>
/// <param name="Keys">Its keys, in the order in which they are read.</param>
/// <param name="Checks">Rules between its keys, by their short names.</param>
public sealed record RecordForm(string Name, string Meaning, IReadOnlyList<KeyForm> Keys, IReadOnlyList<string> Checks)
{
    /// <summary>Every rule that a file can break in this record and below it, as <see cref="RuleNames"/> names them.</summary>
    /// <param name="path">The record's path, with <c>*</c> for every name; empty for the top level.</param>
    public IEnumerable<string> Rules(string path) =>
        Keys.SelectMany(key => key.Rules(path.Length == 0 ? key.Key : $"{path}.{key.Key}")).Concat(Checks.Select(check => RuleNames.Check(path, check)));
}

/// <summary>What stands under a key.</summary>
public enum Shapes
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>A mapping from names to texts.</summary>
    Table,

    /// <summary>A mapping from names to lists of texts.</summary>
    Lists,

    /// <summary>A record.</summary>
    Block,

    /// <summary>A mapping from names to records.</summary>
    Collection,

    /// <summary>A mapping from names to records of several kinds.</summary>
    Family,
}
