namespace Simulator.Tests.Cli;

/// <summary>Comparing as a pipeline does it.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Comparing : Playground
{
    [Test]
    public void A_change_for_the_worse_is_1_with_everything_that_a_pull_request_needs()
    {
        string before = Before(), now = Scenario(("every: 5m", "every: 1h"));
        CommandLine.Ended ended = Compare(before, now);
        Assert.That(ended.Code, Is.EqualTo(1), ended.Error + ended.Output);
        Assert.That(ended.Output, Does.StartWith("Worse: of 1 measure, 1 worse.").And.Contain("paired trial by trial"));
        string folder = Path.Combine(Results, "compare.tiny");
        Assert.That(Directory.GetFileSystemEntries(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "charts", "compare.csv", "compare.md", "compare.xml", "report.html" }));
        Assert.That(File.ReadAllText(Path.Combine(folder, "compare.md")), Does.Contain("**Worse: of 1 measure, 1 worse.**").And.Contain("mean loss of worst customer").And.Contain("<details>"));
        var cases = System.Xml.Linq.XDocument.Load(Path.Combine(folder, "compare.xml")).Descendants("testcase").ToList();
        Assert.That(cases, Has.Count.EqualTo(1));
        Assert.That(cases[0].Element("failure")!.Attribute("message")!.Value, Does.StartWith("worse: "));
        Assert.That(Compare(now, before).Code, Is.Zero, "the other way round it is better");
    }

    [Test]
    public void Todays_file_meets_the_luck_of_the_stored_result()
    {
        string now = Scenario();
        Assert.That(Run(now, "--seed", "3", "--trials", "30").Code, Is.Zero);
        string stored = Path.Combine(Results, "tiny.trials-30.seed-3");
        CommandLine.Ended ended = Compare(stored, now);
        Assert.That(ended.Code, Is.Zero, ended.Error);
        Assert.That(ended.Output, Does.StartWith("The same").And.Contain("30 trials, seed 3 on both sides"));
        File.Delete(Path.Combine(stored, "trials.csv"));
        Assert.That(Compare(stored, now).Output, Does.Contain("not paired").And.Contain("only summaries are stored"));
    }

    [Test]
    public void What_cannot_be_told_is_1_only_for_the_strict()
    {
        string file = Scenario();
        CommandLine.Ended ended = Compare(file, "--seed-b", "2", "--measure", "downtime of worst customer");
        Assert.That(ended.Code, Is.Zero, ended.Error);
        Assert.That(ended.Output, Does.Contain("not paired, because the seeds differ (1 and 2)").And.Contain("needs about"));
        Assert.That(Compare(file, "--seed-b", "2", "--measure", "downtime of worst customer", "--strict").Code, Is.EqualTo(1));
    }

    [TestCase("there is nothing to compare it with")]
    [TestCase("there is no such file", "nowhere.yaml")]
    [TestCase("--confidence", "--confidence", "95")]
    [TestCase("--confidence must be at least 50%", "--confidence", "10%")]
    [TestCase("--margin must be less than 100%", "--margin", "100%")]
    [TestCase("has no variant 'other'", "--variants", "other")]
    [TestCase("is not a measure", "--seed-b", "2", "--measure", "speed")]
    [TestCase("neither side has it", "--seed-b", "2", "--measure", "loss of worst stranger")]
    [TestCase("--most-trials must be at least the 20 trials", "--seed-b", "2", "--most-trials", "10")]
    [TestCase("--trials must be at least 2", "--seed-b", "2", "--trials", "1")]
    public void Bad_input_is_2_with_a_message_and_nothing_is_written(string message, params string[] arguments)
    {
        CommandLine.Ended ended = Compare([Scenario(), .. arguments]);
        Assert.That(ended.Code, Is.EqualTo(2), ended.Output + ended.Error);
        Assert.That(ended.Error, Does.Contain(message).And.Not.Contain("   at "));
        ExpectNothingWritten();
    }

    [TestCase("summary.json", "{", "the result cannot be read")]
    [TestCase("summary.json", "{\"version\": 2}", "version 1")]
    [TestCase("trials.csv", "a,b\n1,2\n", "variant and trial")]
    [TestCase("trials.csv", "variant,trial,loss of worst customer [s]\nbase,0,1\n", "does not hold the 20 trials")]
    public void A_stored_result_that_is_none_is_2(string file, string text, string message)
    {
        string now = Scenario();
        Assert.That(Run(now).Code, Is.Zero);
        File.WriteAllText(Path.Combine(Results, "tiny", file), text);
        CommandLine.Ended ended = Compare(Path.Combine(Results, "tiny"), now);
        Assert.That(ended.Code, Is.EqualTo(2), ended.Output);
        Assert.That(ended.Error, Does.Contain(message).And.Not.Contain("   at "));
    }

    private string Before()
    {
        string file = In("before.yaml");
        File.Move(Scenario(), file);
        return file;
    }

    private CommandLine.Ended Compare(params IReadOnlyList<string> arguments) => CommandLine.Simulate(["compare", "--output", Results, .. arguments]);
}
