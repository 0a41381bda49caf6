using System.Diagnostics;

namespace Simulator.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly HashSet<string> s_made = ["bin", "obj", ".git", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "results"];

    /// <summary>The folder that holds <c>Simulator.sln</c>, found from the tests' own folder upwards.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Paths of the tracked files, relative to the root. A copy without git's own folder (or a machine without git) has all files that are not made by a
    /// build or a run instead.
    /// </summary>
    public static IReadOnlyList<string> Files { get; } = [.. (Tracked() ?? Walk(Root)).Where(file => File.Exists(At(file))).Order(StringComparer.Ordinal)];

    /// <summary>Where a path of the repository is on this machine.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>The C# files below some folders.</summary>
    public static IEnumerable<string> Code(params IReadOnlyList<string> folders) =>
        Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && folders.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal)));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Simulator.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} has a Simulator.sln");
    }

    private static string[]? Tracked()
    {
        if (!Path.Exists(At(".git"))) return null;
        // New files that nobody has added yet are judged too; the setting makes git answer whoever owns the checkout.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ".", ":!results/*/*"])
        {
            WorkingDirectory = Root, RedirectStandardOutput = true,
        };
        try
        {
            using Process git = Process.Start(start)!;
            string names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? names.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !s_made.Contains(Path.GetFileName(inner))).SelectMany(Walk));
}
