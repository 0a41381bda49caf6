using Simulator.ScenarioFiles;
using Simulator.Tests.Cli;

namespace Simulator.Tests.Readme;

/// <summary>The README runs: its commands work, its YAML is read, and what it links to is there.</summary>
[Parallelizable(ParallelScope.Fixtures)]
public sealed class ReadmeRuns
{
    private const string TakesLong = "scenarios/atlassian-2022.yaml";

    private static readonly string s_readme = Repository.Read("README.md");

    private static IEnumerable<string> Readmes => new[] { "README.md", "results/README.md", "scenarios/README.md" }.Where(file => File.Exists(Repository.At(file)));

    private static IEnumerable<TestCaseData> Commands =>
        ReadmeText.Commands(s_readme).DistinctBy(command => string.Join(' ', command.Arguments)).Select(command => new TestCaseData(command).SetName($"README: simulator {string.Join(' ', command.Arguments)}"));

    private static IEnumerable<TestCaseData> Scenarios =>
        ReadmeText.Blocks(s_readme, "yaml").Select((block, i) => new TestCaseData(block).SetName($"README: YAML block {i + 1}"));

    private static IEnumerable<TestCaseData> Links =>
        Readmes.SelectMany(file => ReadmeText.Paths(Repository.Read(file)).Distinct().Select(path => new TestCaseData(file, path).SetName($"{file} points to {path}")));

    [Test]
    public void It_shows_how_to_run_and_how_to_test()
    {
        Assert.That(s_readme, Does.Contain("dotnet run -c Release --project src/Cli -- run scenarios/atlassian-2022.yaml"));
        Assert.That(s_readme, Does.Contain("dotnet test -c Release Simulator.sln"));
    }

    [TestCaseSource(nameof(Commands))]
    public void Command_works_and_prints_what_is_shown(object command)
    {
        (IReadOnlyList<string> arguments, IReadOnlyList<string> shown) = (ReadmeText.Command)command;
        DirectoryInfo results = Directory.CreateTempSubdirectory("readme-");
        try
        {
            CommandLine.Ended ended = CommandLine.Simulate(Redirected(arguments, results.FullName));
            Assert.That(ended.Code, arguments[0] == "run" ? Is.LessThanOrEqualTo(1) : Is.Zero, ended.Error);
            if (arguments[0] == "run" && !arguments.Contains("--trial")) Assert.That(results.GetFileSystemInfos(), Is.Not.Empty);
            if (!arguments.Contains(TakesLong)) ExpectShown(shown, (ended.Output + ended.Error).Replace(results.FullName, "results", StringComparison.Ordinal));
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Yaml_is_read(string block)
    {
        string text = ReadmeText.Scenario(block, Repository.Read("scenarios/first-steps.yaml"));
        Assert.That(ScenarioFile.Parse(text, "README.md").Problems, Is.Empty);
    }

    [TestCaseSource(nameof(Links))]
    public void Link_leads_somewhere(string file, string path) =>
        Assert.That(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, path)) || Path.Exists(Repository.At(path)), $"{file}: {path} does not exist");

    /// <summary>The shown lines, in their order; lines in between may be left out.</summary>
    private static void ExpectShown(IReadOnlyList<string> shown, string output)
    {
        string[] lines = [.. output.Split('\n').Select(line => line.Trim())];
        int at = 0;
        foreach (string line in shown)
        {
            int found = Array.IndexOf(lines, line, at);
            Assert.That(found, Is.GreaterThanOrEqualTo(0), $"the README shows '{line}', which is not (or not here) in:\n{output}");
            at = found + 1;
        }
    }

    /// <summary>The same command with its results elsewhere, and only a few trials of what takes minutes.</summary>
    private static IReadOnlyList<string> Redirected(IReadOnlyList<string> arguments, string results)
    {
        if (arguments is not ["run" or "compare", ..]) return arguments;
        string[] kept = [.. arguments.Where((argument, i) => argument is not ("--output" or "-o") && (i == 0 || arguments[i - 1] is not ("--output" or "-o")))];
        string[] few = arguments.Contains(TakesLong) && !arguments.Contains("--trial") ? ["--trials", "3"] : [];
        return [.. kept.Where((argument, i) => few.Length == 0 || (argument != "--trials" && kept[Math.Max(0, i - 1)] != "--trials")), .. few, "--output", results];
    }
}
