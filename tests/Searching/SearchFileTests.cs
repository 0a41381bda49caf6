using Simulator.Experiments;
using Simulator.Experiments.Searching;
using Simulator.ScenarioFiles;
using Simulator.Tests.Cli;

namespace Simulator.Tests.Searching;

/// <summary>A search from its file to its result folder.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SearchFileTests
{
    private const string Knobs = """
        search:
          knobs:
            hands: { few: { crews.operators.size: 1 }, many: { crews.operators.size: 9, recovery.bring-back.steps.check.crew: 1 of operators } }
            databases.shop.backups.log.every: [5m, 1h]
        """;

    private static string First(string rest) => Repository.Read("scenarios/first-steps.yaml").Split("\nexpect:")[0] + "\n" + Knobs + "\n" + rest;

    private static Search Read(string rest)
    {
        ReadStudy read = ScenarioFile.Parse(First(rest), Repository.At("scenarios/first-steps.yaml"));
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return read.Study!.Search!;
    }

    [Test]
    public void The_last_knob_changes_fastest_and_a_design_says_what_to_paste()
    {
        Space space = Read("  minimise: [mean loss of worst customer]").Space;
        Assert.That(Enumerable.Range(0, 4).Select(design => string.Join(" + ", space.ValuesOf(space.ChoiceOf(design)))), Is.EqualTo(new[] { "few + 5m", "few + 1h", "many + 5m", "many + 1h" }));
        Assert.That(space.Settings(space.ChoiceOf(3)), Is.EqualTo(new[]
        {
            "crews.operators.size: 9", "recovery.bring-back.steps.check.crew: 1 of operators", "databases.shop.backups.log.every: 1h",
        }));
        Assert.That(space.Build([1, 0]).Crews[0].Value.Size, Is.EqualTo(9));
    }

    [Test]
    public void What_where_leaves_out_is_not_tried()
    {
        string text = First("    where: [hands = few or databases.shop.backups.log.every <= 5m]\n  minimise: [mean loss of worst customer]");
        Space space = ScenarioFile.Parse(text, Repository.At("scenarios/first-steps.yaml")).Study!.Search!.Space;
        Assert.That(() => space.Build([1, 1]), Throws.TypeOf<UnsoundDesignException>().With.Message.StartsWith("left out by where"));
        Assert.That(space.Build([1, 0]).Crews, Is.Not.Empty);
    }

    [Test]
    public void More_designs_than_trials_are_refused() =>
        Assert.That(Searcher.Problem(Read("  minimise: [mean loss of worst customer]\n  trials: { first: 20, in all: 79 }")), Does.Contain("4 designs").And.Contain("80"));

    [Test]
    public void A_search_is_the_same_for_any_number_of_threads()
    {
        string file = Write("  minimise: [mean loss of worst customer, knob hands]\n  trials: { first: 10 }"), folder = Path.GetDirectoryName(file)!;
        CommandLine.Ended one = CommandLine.Simulate("search", file, "-o", Path.Combine(folder, "one"), "--threads", "1");
        CommandLine.Ended four = CommandLine.Simulate("search", file, "-o", Path.Combine(folder, "four"), "--threads", "4");
        Assert.That((one.Code, four.Code), Is.EqualTo((0, 0)), one.Error);
        foreach (string name in (string[])["search.csv", "search.json", "report.html"])
            Assert.That(File.ReadAllText(Path.Combine(folder, "four", "first-steps.search", name)), Is.EqualTo(File.ReadAllText(Path.Combine(folder, "one", "first-steps.search", name))), name);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Where_nothing_holds_the_exit_code_is_1_and_without_a_search_it_is_2()
    {
        string file = Write("  minimise: [knob hands]\n  subject to: [p50 downtime of worst customer <= 1s]\n  trials: { first: 6 }"), folder = Path.GetDirectoryName(file)!;
        CommandLine.Ended none = CommandLine.Simulate("search", file, "-o", Path.Combine(folder, "none"));
        Assert.That(none.Code, Is.EqualTo(1));
        Assert.That(none.Output, Does.Contain("every one misses it"));
        CommandLine.Ended wrong = CommandLine.Simulate("search", "scenarios/first-steps.yaml", "-o", Path.Combine(folder, "wrong"));
        Assert.That(wrong.Code, Is.EqualTo(2));
        Assert.That(wrong.Error, Does.Contain("no section 'search'"));
        Assert.That(Directory.Exists(Path.Combine(folder, "wrong")), Is.False);
        Directory.Delete(folder, recursive: true);
    }

    private static string Write(string rest)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("search-").FullName, "first-steps.yaml");
        File.WriteAllText(file, First(rest));
        return file;
    }
}
