namespace Simulator.Tests.Readme;

/// <summary>What counts as a command, a link and a scenario.</summary>
[Parallelizable(ParallelScope.All)]
public class ReadmeTextTests
{
    [TestCase("simulator check a.yaml b.yaml", "check", "a.yaml", "b.yaml")]
    [TestCase("dotnet run -c Release --project src/Cli -- run a.yaml   # the main job", "run", "a.yaml")]
    [TestCase("src/Cli/bin/Release/net10.0/simulator run a.yaml --variant 'soft delete'", "run", "a.yaml", "--variant", "soft delete")]
    public void Command_is_found(string line, params string[] arguments) =>
        Assert.That(ReadmeText.Commands($"```sh\n{line}\n```\n").Single().Arguments, Is.EqualTo(arguments));

    [TestCase("dotnet test -c Release Simulator.sln")]
    [TestCase("dotnet run -c Release --project benchmarks -- --filter '*'")]
    [TestCase("# simulator run a.yaml")]
    public void Other_lines_are_left_alone(string line) => Assert.That(ReadmeText.Commands($"```sh\n{line}\n```\n"), Is.Empty);

    [Test]
    public void Session_has_its_output()
    {
        ReadmeText.Command[] found = [.. ReadmeText.Commands("```console\n$ simulator check a.yaml\na.yaml: good\n...\n$ simulator explain\n```\n")];
        Assert.That(found.Select(command => command.Arguments[0]), Is.EqualTo(new[] { "check", "explain" }));
        Assert.That(found.Select(command => command.Shown), Is.EqualTo(new[] { new[] { "a.yaml: good" }, [] }));
    }

    [Test]
    public void Links_are_found() =>
        Assert.That(
            ReadmeText.Paths("[a](src/A.cs#L3) ![b](results/b.png) [c](https://c.example) [d](#d) `scenarios/e.yaml` `src/Cli/bin/Release/x` `src/*/`"),
            Is.EqualTo(new[] { "src/A.cs", "results/b.png", "scenarios/e.yaml" }));

    [Test]
    public void Sections_take_the_place_of_others() =>
        Assert.That(ReadmeText.Scenario("expect:\n  - b\nvary: {}\n", "# a comment\nversion: 1\nexpect:\n  - a\nname: x\n"), Is.EqualTo("version: 1\nname: x\nexpect:\n  - b\nvary: {}\n"));
}
