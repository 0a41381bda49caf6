namespace Simulator.ScenarioFiles.Tree;

/// <summary>Counts parentheses, to notice a text that a comma has torn apart.</summary>
internal static class Brackets
{
    /// <summary>How many more open than close.</summary>
    public static int Open(string text) => text.Count(c => c == '(') - text.Count(c => c == ')');

    /// <summary>How many more open than close in a text without quotes; 0 for anything else.</summary>
    public static int Open(Node node) => node is TextNode { IsQuoted: false } text ? Open(text.Text) : 0;
}
