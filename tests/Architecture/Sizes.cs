using System.Text.RegularExpressions;

namespace Simulator.Tests.Architecture;

/// <summary>A file fits in a head, a method on a screen, and a namespace says the folder.</summary>
[Parallelizable(ParallelScope.All)]
public partial class Sizes
{
    private const int MostLinesOfFile = 300;
    private const int MostLinesOfMethod = 40;

    [Test]
    public void Files_are_short()
    {
        IEnumerable<string> tooLong = Repository.Code("src", "tests", "benchmarks").Select(file => (file, Lines: File.ReadLines(Repository.At(file)).Count()))
            .Where(found => found.Lines > MostLinesOfFile).Select(found => $"{found.file}: {found.Lines} lines");
        Assert.That(tooLong, Is.Empty, $"a file has at most {MostLinesOfFile} lines");
    }

    [Test]
    public void Methods_are_short()
    {
        IEnumerable<string> tooLong = Repository.Code("src").SelectMany(file =>
            Members.Of(Repository.Read(file)).Where(member => !member.IsValue && member.Lines > MostLinesOfMethod).Select(member => $"{file}:{member.Line}: {member.Lines} lines"));
        Assert.That(tooLong, Is.Empty, $"a method has at most {MostLinesOfMethod} lines");
    }

    [Test]
    public void Namespaces_follow_folders()
    {
        IEnumerable<string> astray = Repository.Code("src", "tests", "benchmarks").Select(file => (file, Said: Namespace().Match(Repository.Read(file)).Groups[1].Value))
            .Where(found => found.Said.Length > 0 && found.Said != Expected(found.file)).Select(found => $"{found.file}: {found.Said}, not {Expected(found.file)}");
        Assert.That(astray, Is.Empty);
    }

    [Test]
    public void Members_are_found_with_their_lines()
    {
        const string Code = """"
            using System;
            namespace A;
            /// <summary>Words { about code.</summary>
            public sealed record Point(int X) : IEquatable<Point>
            {
                private readonly string[] _brackets = ["{", $"{(true ? "}" : "{")}", @"\", """a "quoted" { """];

                public int Y { get; init; } = 3;

                [Obsolete("{")]
                public static bool operator <=(Point a, Point b)
                {
                    if (a.X == '{') return true; // }
                    return false;
                }

                public int Z => X switch
                {
                    1 => 2,
                    _ => 3,
                };

                public static int Add(int a, (int, int) b = default)
                {
                    return a;
                }

                private enum Kind
                {
                    A,
                    B,
                }
            }
            """";
        Assert.That(Members.Of(Code), Is.EqualTo(new[] { (1, 1, false), (6, 1, true), (8, 1, true), (10, 6, false), (17, 5, false), (23, 4, false), (30, 2, false) }));
    }

    private static string Expected(string file)
    {
        string folders = Path.GetDirectoryName(file)!.Replace('/', '.');
        return folders.Split('.', 2) switch
        {
            ["src", var rest] => $"Simulator.{rest}",
            ["tests", var rest] => $"Simulator.Tests.{rest}",
            ["tests"] => "Simulator.Tests",
            _ => "Simulator.Benchmarks",
        };
    }

    [GeneratedRegex(@"(?m)^namespace ([\w.]+)")]
    private static partial Regex Namespace();
}
