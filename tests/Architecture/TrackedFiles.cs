using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Architecture;

/// <summary>What is checked in is finished, small, and knows no machine.</summary>
[Parallelizable(ParallelScope.All)]
public partial class TrackedFiles
{
    private const long MostBytes = 1_000_000;

    [Test]
    public void None_is_large() =>
        Assert.That(Repository.Files.Where(file => new FileInfo(Repository.At(file)).Length > MostBytes), Is.Empty);

    [Test]
    public void None_names_a_folder_of_a_machine() => Assert.That(Lines(MachinePath()), Is.Empty);

    [Test]
    public void None_is_left_unfinished() => Assert.That(Lines(Unfinished()), Is.Empty);

    [Test]
    public void Top_level_is_what_the_design_says()
    {
        string[] folders = [".ci", "benchmarks", "results", "scenarios", "src", "tests"];
        string[] files = [".editorconfig", ".gitattributes", ".gitignore", "Directory.Build.props", "Directory.Packages.props", "README.md", "Simulator.sln", "global.json"];
        Assert.That(Repository.Files.Select(file => file.Split('/')[0]).Distinct(), Is.SubsetOf([.. folders, .. files]));
    }

    [Test]
    public void Text_ends_its_lines_as_the_editor_settings_say()
    {
        IEnumerable<string> wrong = Texts().Where(text => text.Content.Length > 0 && !IsMade(text.File)
            && (text.Content.Contains('\r', StringComparison.Ordinal) || !text.Content.EndsWith('\n') || BlankAtEnd().IsMatch(text.Content))).Select(text => text.File);
        Assert.That(wrong, Is.Empty);
    }

    private static bool IsMade(string file) => file.EndsWith(".sln", StringComparison.Ordinal) || file.EndsWith("packages.lock.json", StringComparison.Ordinal) || file.Contains("LICENCE", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(Regex forbidden) => Texts().SelectMany(text => text.Content.Split('\n')
        .Select((line, i) => (line, i)).Where(found => forbidden.IsMatch(found.line)).Select(found => $"{text.File}:{found.i + 1}: {found.line.Trim()}"));

    private static IEnumerable<(string File, string Content)> Texts()
    {
        foreach (string file in Repository.Files)
        {
            byte[] bytes = File.ReadAllBytes(Repository.At(file));
            if (!bytes.AsSpan().Contains((byte)0)) yield return (file, Encoding.UTF8.GetString(bytes));
        }
    }

    [GeneratedRegex("(?<![\\w.~-])/(work|root|tmp|home|Users)/|[A-Z]:\\\\Users")]
    private static partial Regex MachinePath();

    // Spelt so that this line is not its own first find.
    [GeneratedRegex(@"\b(TO[D]O|FI[X]ME|XX[X]|HAC[K])\b|NotImplemented[E]xception|\[(Ignor[e]|Explici[t])\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex("[ \t]\n")]
    private static partial Regex BlankAtEnd();
}
