namespace Simulator.ScenarioFiles;

/// <summary>One thing that is wrong with a scenario file, where, and what would be right.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">Line from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 where the file as a whole is meant.</param>
/// <param name="Path">Dotted path of what is wrong; empty at the top level.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Rules">The rules of the language that were broken, as <see cref="RuleNames"/> names them; for tests.</param>
public sealed record Problem(string File, int Line, int Column, string Path, string Message, IReadOnlyList<string> Rules)
{
    /// <summary>Where and what, without the file: <c>7:30: crews.engineers.size: ...</c>.</summary>
    public string Text => (Line > 0 ? $"{Line}:{Column}: " : "") + (Path.Length > 0 ? $"{Path}: " : "") + Message;

    /// <summary><c>file:line:column: path: message</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Text}" : $"{File}: {Text}";
}
