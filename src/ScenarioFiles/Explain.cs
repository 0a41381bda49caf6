using System.Text;
using Simulator.ScenarioFiles.Describing;

namespace Simulator.ScenarioFiles;

/// <summary>Writes the scenario language down as plain text: every key with its syntax, its default and where that comes from, an example, and its rules.</summary>
public static class Explain
{
    private const int Width = 110;

    /// <summary>So many keys are not told twice.</summary>
    private const int Several = 4;

    /// <summary>The whole language.</summary>
    public static string Language() => Section("") ?? throw new InvalidOperationException("the language describes nothing");

    /// <summary>One part of the language, with everything below it; null where there is no such key.</summary>
    /// <param name="path">Dotted path of keys, with or without names between them: <c>databases.failover</c>. Empty for everything.</param>
    public static string? Section(string path)
    {
        var text = new StringBuilder();
        RecordForm root = ScenarioLanguage.Describe();
        if (path.Length == 0)
        {
            Wrapped(text, 0, $"The scenario language, version {ScenarioFile.Version}. {root.Meaning} <name> stands for a name of your own; * marks a key that must be given.");
            Record(text, root, "");
            return text.ToString();
        }
        List<Found> found = [.. Find(root, [.. path.Split('.')], "", "", "")];
        List<List<Found>> alike = [];
        foreach (Found one in found)
        {
            if (alike.Find(group => group[0].At == one.At && (group[0].Key == one.Key || group[0].Key.IsLike(one.Key))) is { } same) same.Add(one);
            else alike.Add([one]);
        }
        foreach (List<Found> group in alike) Part(text, group, isOnly: alike.Count == 1);
        return found.Count == 0 ? null : text.ToString();
    }

    private static void Part(StringBuilder text, List<Found> alike, bool isOnly)
    {
        (KeyForm key, string at, string selector, _) = alike[0];
        if (text.Length > 0) text.Append('\n');
        text.Append(at);
        Key(text, key, indent: "");
        if (!isOnly) Wrapped(text, 6, $"With {selector}: {string.Join(", ", alike.Select(one => one.Kind))}.");
        Below(text, key, at);
    }

    /// <summary>Every key of a path: kinds of a family may have one of the same name each.</summary>
    private static IEnumerable<Found> Find(RecordForm record, IReadOnlyList<string> words, string at, string selector, string kind)
    {
        foreach (KeyForm key in record.Keys.Where(key => key.Key == words[0]))
        {
            if (words.Count == 1) yield return new Found(key, at, selector, kind);
            foreach ((string of, string which, RecordForm inner) in key.Record is { } one ? [(selector, kind, one)] : key.Kinds.Select(own => (key.Selector!, own.Word, own.Record)))
                foreach (int skip in (int[])[1, 2])
                    foreach (Found found in words.Count > skip ? Find(inner, [.. words.Skip(skip)], Inside(key, at), of, which) : []) yield return found;
        }
    }

    /// <summary>A key that a path leads to.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="At">The path before it.</param>
    /// <param name="Selector">The key that tells kinds of its record apart; empty where there are none.</param>
    /// <param name="Kind">Of which kind its record is; empty where there are none.</param>
    private sealed record Found(KeyForm Key, string At, string Selector, string Kind);

    private static void Record(StringBuilder text, RecordForm record, string at)
    {
        foreach (KeyForm key in record.Keys) Key(text, key);
        foreach (string check in record.Checks) Wrapped(text, 2, $"Checked together: {check}.");
        foreach (KeyForm key in record.Keys) Below(text, key, at);
    }

    private static void Key(StringBuilder text, KeyForm key, string indent = "  ")
    {
        text.Append(indent).Append(key.Key).Append(key.IsRequired ? " *" : "").Append('\n');
        Wrapped(text, 6, key.Meaning);
        if (Written(key) is { Length: > 0 } written) Wrapped(text, 6, written);
        if (key.Default is not null) Wrapped(text, 6, $"Left out: {key.Default} ({key.Origin}).");
    }

    private static string Written(KeyForm key)
    {
        if (key.Selector is not null)
            return $"Records by name, told apart by '{key.Selector}': {string.Join(", ", key.Kinds.Select(kind => kind.Word))}." + (key.StandardKind is null ? "" : $" Without it: {key.StandardKind}.");
        if (key.Text is not { } form) return key.Shape == Shapes.Collection ? "Records by name." : "";
        string what = key.Shape switch
        {
            Shapes.List => $"A list, each item {form.Name}, such as [{form.Example}]",
            Shapes.Table => $"By name, {form.Name}, such as {form.Example}",
            Shapes.Lists => $"By name, a list, each item {form.Name}, such as [{form.Example}]",
            _ => $"{char.ToUpperInvariant(form.Name[0])}{form.Name[1..]}, such as {form.Example}",
        };
        return what + "." + (form.Ranges.Count == 0 ? "" : $" It must be {string.Join(", and ", form.Ranges)}.");
    }

    private static void Below(StringBuilder text, KeyForm key, string at)
    {
        if (key.Record is { } record)
        {
            Wrapped(text.Append('\n'), 0, $"{Inside(key, at).TrimEnd('.')} ({record.Name}): {record.Meaning}");
            Record(text, record, Inside(key, at));
        }
        if (key.Kinds.Count == 0) return;
        List<KeyForm> shared = [.. key.Kinds[0].Record.Keys.Where(own => key.Kinds.All(kind => kind.Record.Keys.Any(own.IsLike)))];
        if (shared.Count > 0) Wrapped(text.Append('\n'), 0, $"{Inside(key, at).TrimEnd('.')}, whatever the {key.Selector}:");
        foreach (KeyForm own in shared) Key(text, own);
        foreach (KeyForm own in shared) Below(text, own, Inside(key, at));
        List<(string Word, RecordForm Kind)> told = [];
        foreach ((string word, RecordForm whole) in key.Kinds)
        {
            RecordForm kind = whole with { Keys = [.. whole.Keys.Where(own => !shared.Any(own.IsLike))] };
            Wrapped(text.Append('\n'), 0, $"{Inside(key, at).TrimEnd('.')} with {key.Selector}: {word}. {kind.Meaning}");
            (string alike, RecordForm? like) = told.Find(other => other.Kind.Keys.Count >= Several && other.Kind.Keys.All(own => kind.Keys.Any(own.IsLike)));
            if (like is not null) Wrapped(text, 2, $"All keys of {key.Selector}: {alike}{(kind.Keys.Count > like.Keys.Count ? ", and" : ".")}");
            Record(text, like is null ? kind : Beyond(kind, like), Inside(key, at));
            told.Add((word, kind));
        }
    }

    /// <summary>What a kind has that another, told before, has not.</summary>
    private static RecordForm Beyond(RecordForm kind, RecordForm like) =>
        kind with { Keys = [.. kind.Keys.Where(own => !like.Keys.Any(own.IsLike))], Checks = [.. kind.Checks.Except(like.Checks)] };

    private static string Inside(KeyForm key, string at) => key.Shape is Shapes.Collection or Shapes.Family ? $"{at}{key.Key}.<name>." : $"{at}{key.Key}.";

    private static void Wrapped(StringBuilder text, int indent, string words)
    {
        int column = 0;
        foreach (string word in words.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }
            text.Append(column == 0 ? new string(' ', indent) : " ").Append(word);
            column += (column == 0 ? indent : 1) + word.Length;
        }
        text.Append('\n');
    }
}
