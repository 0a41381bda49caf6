using System.Diagnostics;

namespace Simulator.Tests.Cli;

/// <summary>What a pipeline is told: met, not met, wrong input, broken surroundings; and nothing is written unless there is a whole result.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ExitCodes : Playground
{
    [Test]
    public void Met_is_0_and_a_whole_result()
    {
        CommandLine.Ended ended = Run(Scenario());
        Assert.That(ended, Has.Property("Code").EqualTo(0).And.Property("Error").Empty, ended.Error);
        Assert.That(Directory.GetFileSystemEntries(Results).Select(Path.GetFileName), Is.EqualTo(new[] { "tiny" }));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(Results, "tiny")).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "charts", "journal.txt", "report.html", "summary.json", "trials.csv" }));
    }

    [Test]
    public void Breached_is_1_and_a_result_all_the_same()
    {
        CommandLine.Ended ended = Run(Scenario(("<= 5m", "<= 1s")));
        Assert.That(ended.Code, Is.EqualTo(1), ended.Error);
        Assert.That(ended.Output, Does.Contain("breached"));
        Assert.That(File.Exists(Path.Combine(Results, "tiny", "report.html")));
    }

    [Test]
    public void Verdicts_are_test_results_for_a_build_server()
    {
        Assert.That(Run(Scenario(("- loss of each customer <= 5m", "- loss of each customer <= 5m\n  - loss of worst customer <= 1s")), "--junit", In("verdicts.xml")).Code, Is.EqualTo(1));
        System.Xml.Linq.XElement suite = System.Xml.Linq.XDocument.Load(In("verdicts.xml")).Root!.Elements("testsuite").Single();
        Assert.That((suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value), Is.EqualTo(("2", "1")));
        Assert.That(suite.Elements("testcase").Select(one => one.Element("failure")?.Attribute("message")!.Value), Is.EqualTo(new[] { null, "breached: missed in 20 of 20 trials" }));
    }

    [Test]
    public void Too_little_evidence_is_1()
    {
        CommandLine.Ended ended = Run(Scenario(("- loss of each", "- p99 loss of worst")));
        Assert.That(ended.Code, Is.EqualTo(1), ended.Error);
        Assert.That(ended.Output, Does.Contain("not enough evidence"));
    }

    [Test]
    public void Every_problem_of_a_wrong_file_is_told_with_its_place()
    {
        string file = Scenario(("data: 50 GB", "data: 50"), ("every: 5m", "evry: 5m"), ("3 of customer", "3 of costumer"));
        CommandLine.Ended ended = Run(file);
        ExpectRefused(ended, $"{file}:10:", $"{file}:14:", $"{file}:16:", "did you mean");
    }

    [Test]
    public void Missing_file() => ExpectRefused(Run(In("nowhere.yaml")), "nowhere.yaml");

    [Test]
    public void Directory_in_place_of_a_file() => ExpectRefused(Run(Directory.CreateDirectory(In("folder")).FullName), "folder");

    [Test]
    public void Binary_file()
    {
        File.WriteAllBytes(In("binary.yaml"), [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * 7))]);
        ExpectRefused(Run(In("binary.yaml")), "not text");
    }

    [Test]
    public void File_of_50_MB() => ExpectRefused(Run(Written("large.yaml", new string('#', 50_000_000))), "larger than 1 MB");

    [TestCase("../outside")]
    [TestCase("/outside")]
    [TestCase("=1+1")]
    public void Name_that_is_no_name(string name) => ExpectRefused(Run(Scenario(("name: tiny", $"name: {name}"))), "is not a name");

    [TestCase("--unknown", "--unknown")]
    [TestCase("--threads=0", "--threads must be at least 1")]
    [TestCase("--threads=1001", "--threads must be at most 1000")]
    [TestCase("--trials=-3", "--trials must be at least 1")]
    [TestCase("--trials=1000001", "--trials must be at most 1000000")]
    [TestCase("--trials=many", "many")]
    [TestCase("--seed=-1", "-1")]
    [TestCase("--variant=other", "the variants are base")]
    [TestCase("--trial=-1", "there is no trial -1")]
    [TestCase("--junit=nowhere/verdicts.xml", "there is no such folder")]
    public void Wrong_option(string option, string message) => ExpectRefused(Run(Scenario(), option), message);

    [Test]
    public void Unknown_command() => ExpectRefused(CommandLine.Simulate("guess"), "guess");

    [Test]
    public void No_command() => ExpectRefused(CommandLine.Simulate(), "--help");

    [Test]
    public void Unknown_part_of_the_language() => ExpectRefused(CommandLine.Simulate("explain", "nothing.like.this"), "nothing.like.this");

    [Test]
    public void Check_is_0_for_a_good_file_and_2_where_one_of_several_is_wrong()
    {
        string good = Scenario();
        Assert.That(CommandLine.Simulate("check", good).Code, Is.Zero);
        ExpectRefused(CommandLine.Simulate("check", good, In("nowhere.yaml")), "nowhere.yaml");
    }

    [Test]
    public void Results_below_a_file_are_4()
    {
        string file = Written("file", "in the way");
        CommandLine.Ended ended = CommandLine.Simulate("run", Scenario(), "--output", Path.Combine(file, "results"));
        Assert.That(ended.Code, Is.EqualTo(4), ended.Error);
        Assert.That(ended.Error, Does.Contain("cannot be written").And.Contain(file).And.Not.Contain("   at "));
        Assert.That(Directory.GetFileSystemEntries(In("")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "file", "tiny.yaml" }));
    }

    [Test]
    [Platform("Linux")]
    public void Full_disk_is_4_and_leaves_nothing()
    {
        string disk = Directory.CreateDirectory(In("disk")).FullName;
        // A disk of 300 kB that only this process sees and that ends with it; afterwards it says what is left on it.
        string[] onSmallDisk = ["unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=300k none \"$0\" || exit 99; \"$@\"; code=$?; find \"$0\" -mindepth 2; exit $code", disk];
        using Process process = CommandLine.Start(onSmallDisk, ["run", Scenario(), "--quiet", "--output", Path.Combine(disk, "results")]);
        CommandLine.Ended ended = CommandLine.End(process);
        if (ended.Code == 99 || ended.Error.StartsWith("unshare", StringComparison.Ordinal)) Assert.Ignore($"no disk can be made here: {ended.Error}");
        Assert.That(ended.Code, Is.EqualTo(4), ended.Error);
        Assert.That(ended.Error, Does.Contain("cannot be written").And.Not.Contain("   at "));
        Assert.That(ended.Output, Is.Empty);
    }

    private void ExpectRefused(CommandLine.Ended ended, params string[] words)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ended.Code, Is.EqualTo(2), ended.Error);
            foreach (string word in words) Assert.That(ended.Error, Does.Contain(word));
            Assert.That(ended.Error, Does.Not.Contain("   at "), "a message, not a stack trace");
            ExpectNothingWritten();
        });
    }
}
