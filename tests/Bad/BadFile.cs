using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Tree;
using Simulator.ScenarioFiles.Varying;

namespace Simulator.Tests.Bad;

/// <summary>
/// A file that breaks rules of the language. Its comment lines at the top are exactly the problems it must get, from line:column on, in order.
/// In <c>files/</c> it is a whole scenario; in <c>changes/</c> it is a mapping from paths to values, put into <c>good.yaml</c> as vary would, where the
/// value <c>(removed)</c> takes a key away.
/// What is in <c>bases/</c> are files on which others stand.
/// </summary>
internal static class BadFile
{
    /// <summary>The folder of this file, in the sources: what is read there can also be rewritten there.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Every bad file, by its path in the folder.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Where(path => path.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The problems that a file says it must get.</summary>
    public static IReadOnlyList<string> Expected(string text) =>
        [.. text.Split('\n').TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..])];

    /// <summary>The problems that a text does get.</summary>
    public static IReadOnlyList<Problem> Problems(string file, string text) =>
        file.StartsWith("changes/", StringComparison.Ordinal) ? Changed(text).Problems : ScenarioFile.Parse(text, Path.Combine(Folder, file)).Problems;

    /// <summary>The text with the problems that it does get as its first lines. They are lines themselves, so their number moves the places.</summary>
    public static string Rewritten(string file, string text)
    {
        string body = string.Join('\n', text.Split('\n').SkipWhile(line => line.StartsWith("# ", StringComparison.Ordinal)));
        int lines = Problems(file, body).Count;
        string headed = string.Concat(Enumerable.Repeat("# \n", lines)) + body;
        return string.Concat(Problems(file, headed).Select(problem => $"# {problem.Text}\n")) + body;
    }

    private static ReadStudy Changed(string text)
    {
        var problems = new Problems(Path.Combine(Folder, "changes"));
        MapNode root = TreeReader.Read(File.ReadAllText(Path.Combine(Folder, "good.yaml")), problems)!;
        MapNode changes = TreeReader.Read(text, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.Found));
        foreach (Entry entry in changes.Entries) root = Made(root, entry);
        return ScenarioFile.Read(root, problems);
    }

    private static MapNode Made(MapNode root, Entry entry)
    {
        string? problem = null;
        int dot = entry.Key.LastIndexOf('.');
        bool isRemoved = entry.Value is TextNode { Text: "(removed)" };
        if (isRemoved && dot < 0) return root.Without(entry.Key);
        root = isRemoved
            ? new Change(entry.Key[..dot], entry.KeyAt, At(root, entry.Key[..dot]).Without(entry.Key[(dot + 1)..])).Apply(root, out problem)
            : new Change(entry.Key, entry.KeyAt, entry.Value).Apply(root, out problem);
        return problem is null ? root : throw new InvalidOperationException($"{entry.Key}: {problem}");
    }

    private static MapNode At(MapNode root, string path) => path.Split('.').Aggregate(root, (map, key) => (MapNode)map.Find(key)!.Value);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "tests", "Bad", "good.yaml"))) return Path.Combine(folder.FullName, "tests", "Bad");
        throw new DirectoryNotFoundException("tests/Bad is not above the test's own folder");
    }
}
