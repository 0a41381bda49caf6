using YamlDotNet.Core;

namespace Simulator.ScenarioFiles.Tree;

/// <summary>Says in a planner's words what the YAML parser could not read.</summary>
internal static class YamlErrors
{
    /// <summary>Where the parser stopped.</summary>
    public static Position Place(string text, YamlException wrong) =>
        Has(wrong.Message, "tab") && Tab(text) is { } tab ? tab : new((int)Math.Max(1, wrong.Start.Line), (int)Math.Max(1, wrong.Start.Column));

    /// <summary>What is wrong there.</summary>
    public static string Message(string text, YamlException wrong)
    {
        char at = wrong.Start.Index < text.Length ? text[(int)wrong.Start.Index] : '\0';
        string reason = wrong.Message;
        if (at == '\t' || Has(reason, "tab")) return "this is not YAML: lines are indented by spaces, not tabs";
        if (at is '>' or '|' or '@' or '`' or '%') return $"this is not YAML: a text that begins with {at} must be in quotes";
        if (Has(reason, "invalid mapping")) return "this is not YAML: a ': ' inside a text, or a line that is indented wrongly; a text with ': ' must be in quotes";
        if (Has(reason, "flow mapping") || Has(reason, "flow sequence") || Has(reason, "node content")) return "this is not YAML: a value, ',' or closing bracket is expected here";
        if (Has(reason, "escape")) return "this is not YAML: the text in double quotes has an unknown escape; single quotes know none";
        if (Has(reason, "quoted scalar")) return "this is not YAML: the quote that opens here does not close";
        if (Has(reason, "block")) return "this is not YAML: the line is indented wrongly, or a ':' or '-' is missing before it";
        if (Has(reason, "simple key")) return "this is not YAML: a key without ':' stands here";
        int end = reason.IndexOf(" Line: ", StringComparison.Ordinal);
        return $"this is not YAML: {(end > 0 ? reason[..end] : reason).TrimEnd('.')}";
    }

    /// <summary>The first tab that indents a line; the parser tells the place of what is around it.</summary>
    private static Position? Tab(string text)
    {
        string[] lines = text.Split('\n');
        int line = Array.FindIndex(lines, candidate => candidate.TrimStart(' ').StartsWith('\t'));
        return line < 0 ? null : new Position(line + 1, lines[line].IndexOf('\t', StringComparison.Ordinal) + 1);
    }

    private static bool Has(string reason, string words) => reason.Contains(words, StringComparison.OrdinalIgnoreCase);
}
