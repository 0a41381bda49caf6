namespace Simulator.ScenarioFiles.Tree;

/// <summary>Writes a part of a file as it could stand there, on one line.</summary>
internal static class Written
{
    private const string Special = ",[]{}#&*!|>'\"@`";

    /// <summary>The text, in flow style.</summary>
    public static string Of(Node node) => node switch
    {
        TextNode text => Text(text.Text),
        ListNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        MapNode { Entries.Count: 0 } => "{}",
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Text(entry.Key)}: {Of(entry.Value)}"))} }}",
        _ => "",
    };

    /// <summary>A text that YAML might take for something else is quoted.</summary>
    private static string Text(string text)
    {
        bool isPlain = text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text[^1] is not (' ' or ':')
            && !text.Any(Special.Contains) && !text.Contains(": ", StringComparison.Ordinal);
        return isPlain ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
