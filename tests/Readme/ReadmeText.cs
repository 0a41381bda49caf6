using System.Text.RegularExpressions;

namespace Simulator.Tests.Readme;

/// <summary>What a README holds that can be tried: commands with what they are shown to print, YAML, and links.</summary>
internal static partial class ReadmeText
{
    /// <summary>A command for the simulator, and the lines that it is shown to print (none where only the command is shown).</summary>
    public sealed record Command(IReadOnlyList<string> Arguments, IReadOnlyList<string> Shown);

    /// <summary>The fenced blocks of some languages.</summary>
    public static IEnumerable<string> Blocks(string markdown, params string[] languages) =>
        Fence().Matches(markdown).Where(block => languages.Contains(block.Groups[1].Value)).Select(block => block.Groups[2].Value);

    /// <summary>Every command for the simulator in blocks of <c>sh</c> and <c>console</c>.</summary>
    public static IEnumerable<Command> Commands(string markdown)
    {
        foreach (string block in Blocks(markdown, "sh")) foreach (string line in block.Split('\n')) if (Arguments(line) is { } arguments) yield return new Command(arguments, []);
        foreach (string block in Blocks(markdown, "console"))
        {
            foreach (string session in PromptAtStart().Split(block))
            {
                string[] lines = session.Split('\n');
                if (Arguments(lines[0]) is { } arguments) yield return new Command(arguments, [.. lines[1..].Select(line => line.Trim()).Where(line => line is not ("" or "..." or "…"))]);
            }
        }
    }

    /// <summary>Files and folders of the repository that are linked to, shown as pictures, or named as code.</summary>
    public static IEnumerable<string> Paths(string markdown) =>
        Link().Matches(markdown).Select(link => link.Groups[1].Value).Where(link => !link.Contains(':', StringComparison.Ordinal) && !link.StartsWith('#'))
            .Select(link => link.Split('#')[0])
            .Concat(CodePath().Matches(markdown).Select(path => path.Groups[1].Value).Where(path => !path.Contains("/bin/", StringComparison.Ordinal)));

    /// <summary>A scenario from a block: a whole one, or the sections of one, which then take the place of another's.</summary>
    public static string Scenario(string block, string standard)
    {
        if (block.StartsWith("version:", StringComparison.Ordinal) || block.Contains("\nversion:", StringComparison.Ordinal)) return block;
        string[] own = Sections(block);
        return string.Concat(Sections(standard).Where(section => !own.Any(o => Key(o) == Key(section))).Concat(own));
    }

    private static string[] Sections(string yaml) => [.. SectionStart().Split(yaml.EndsWith('\n') ? yaml : yaml + "\n").Where(section => section.Length > 0 && char.IsAsciiLetter(section[0]))];

    private static string Key(string section) => section.Split(':')[0];

    private static string[]? Arguments(string line)
    {
        Match call = Call().Match(line);
        return call.Success ? [.. Word().Matches(call.Groups[1].Value).Select(word => word.Value.Trim('"', '\''))] : null;
    }

    [GeneratedRegex("(?ms)^```(\\w+)[^\\n]*\\n(.*?)^```\\s*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?m)^\$ ")]
    private static partial Regex PromptAtStart();

    [GeneratedRegex(@"^\s*(?:\$ )?(?:\S*\bsimulator|dotnet run\b[^#]*\bsrc/Cli\b[^#]*? --)(?:\s+([^#]*))?(?:#.*)?$")]
    private static partial Regex Call();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("(?:\\]\\(|\\b(?:src|href)=\")<?([^)\"\\s>]+)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:src|scenarios|tests|benchmarks)/[\\w./-]*)`")]
    private static partial Regex CodePath();

    [GeneratedRegex("(?m)^(?=[a-z])")]
    private static partial Regex SectionStart();
}
