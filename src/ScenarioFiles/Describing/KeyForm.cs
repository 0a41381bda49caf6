namespace Simulator.ScenarioFiles.Describing;

/// <summary>How one key of a record is written.</summary>
/// <param name="Key">The key.</param>
/// <param name="Shape">What stands under it.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Meaning">What it says about the world.</param>
public sealed record KeyForm(string Key, Shapes Shape, bool IsRequired, string Meaning)
{
    /// <summary>How its text (or each of its texts) is written; null where records stand under it.</summary>
    public TextForm? Text { get; init; }

    /// <summary>What it means when it is left out, as in a file; null where that is nothing.</summary>
    public string? Default { get; init; }

    /// <summary>Where the default comes from.</summary>
    public string? Origin { get; init; }

    /// <summary>The record under it (or each of them); null where there is none or several kinds.</summary>
    public RecordForm? Record { get; init; }

    /// <summary>The key that tells kinds apart; null where there are none.</summary>
    public string? Selector { get; init; }

    /// <summary>The kind of a record that names none; null where each must name one.</summary>
    public string? StandardKind { get; init; }

    /// <summary>The kinds of records under it, by their word.</summary>
    public IReadOnlyList<(string Word, RecordForm Record)> Kinds { get; init; } = [];

    /// <summary>Whether another key is written alike and means the same: kinds of a family share such keys.</summary>
    public bool IsLike(KeyForm other) =>
        Kinds.Count == 0 && other.Kinds.Count == 0
        && (Key, Shape, IsRequired, Meaning, Default, Text?.Name, Record?.Name) == (other.Key, other.Shape, other.IsRequired, other.Meaning, other.Default, other.Text?.Name, other.Record?.Name);

    /// <summary>Every rule that a file can break here and below.</summary>
    /// <param name="path">The key's path, with <c>*</c> for every name.</param>
    public IEnumerable<string> Rules(string path)
    {
        if (IsRequired) yield return RuleNames.Missing(path);
        string inside = Shape is Shapes.Collection or Shapes.Family ? $"{path}.*" : path;
        if (Text is not null)
        {
            yield return RuleNames.Value(path);
            foreach (string range in Text.Ranges) yield return RuleNames.Range(path, range);
            if (Text.Refers.Count > 0) yield return RuleNames.UnknownName(path);
        }
        foreach (string rule in Record?.Rules(inside) ?? []) yield return rule;
        if (Selector is null) yield break;
        yield return RuleNames.UnknownKind(inside);
        if (StandardKind is null) yield return RuleNames.Missing($"{inside}.{Selector}");
        foreach ((string word, RecordForm record) in Kinds)
        {
            yield return RuleNames.Kind(inside, word);
            foreach (string rule in record.Rules(inside)) yield return rule;
        }
    }
}

/// <summary>How a text is written.</summary>
/// <param name="Name">What it is called, with its article: "a duration".</param>
/// <param name="Pattern">Regular expression of the whole text.</param>
/// <param name="Example">A valid text.</param>
/// <param name="Ranges">Ranges that its value must keep to, each in words following "must be".</param>
/// <param name="Refers">Sections in which its value must be a name.</param>
public sealed record TextForm(string Name, string Pattern, string Example, IReadOnlyList<string> Ranges, IReadOnlyList<string> Refers);
