namespace Simulator.Tests.Cli;

/// <summary>The verbs <c>sensitivity</c> and <c>fit</c> as a user meets them.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AskingAboutInputs : Playground
{
    private CommandLine.Ended Ask(params string[] arguments) => CommandLine.Simulate([.. arguments, "--output", Results]);

    [Test]
    public void Every_method_writes_its_folder()
    {
        foreach (string method in (string[])["one-at-a-time", "morris", "sobol"])
        {
            CommandLine.Ended ended = Ask("sensitivity", Scenario(), "--method", method, "--of", "p95 downtime of worst customer", "--input", "databases.shop.data=from 20 GB to 200 GB",
                "--input", "faults.script.noticed=+-50%", "--trials", "4", "--trajectories", "2", "--samples", "16");
            Assert.That(ended.Code, Is.Zero, ended.Error);
            Assert.That(ended.Output, Does.Contain("databases.shop.data").And.Contain("matters"));
            Assert.That(Directory.GetFileSystemEntries(Path.Combine(Results, "tiny.sensitivity")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "charts", "designs.csv", "report.html", "sensitivity.csv", "sensitivity.json" }));
        }
    }

    [TestCase("--method=guess", "is not a method")]
    [TestCase("--of=loss of worst customer", "value of each trial")]
    [TestCase("--of=p95 loss of worst costumer", "did you mean 'customer'?")]
    [TestCase("--input=databases.shop.dta=from 1 GB to 2 GB", "leads to no value of the file; did you mean")]
    [TestCase("--input=databases.shop.data", "has no range")]
    [TestCase("--input=databases.shop.data=more", "is no range")]
    [TestCase("--input=databases.shop.data=from 1h to 2h", "no sound scenario has databases.shop.data: 1h")]
    [TestCase("--in=other", "there is no variant 'other'")]
    [TestCase("--trials=1", "must be 2 to 100000")]
    [TestCase("--samples=100", "a power of two")]
    [TestCase("--trajectories=x", "--trajectories")]
    public void A_wrong_option_is_told(string option, string message) => ExpectRefused(Ask("sensitivity", Scenario(), "--of", "p95 loss of worst customer", option), message);

    [Test]
    public void A_file_without_a_figure_is_told() => ExpectRefused(Ask("sensitivity", Scenario()), "no figure is asked about");

    [Test]
    public void A_fit_prints_the_line_to_paste()
    {
        CommandLine.Ended ended = Ask("fit", Repository.At("scenarios/data/restore-times.csv"));
        Assert.That(ended.Code, Is.Zero, ended.Error);
        Assert.That(ended.Output, Does.Contain("paste: lognormal(median ").And.Contain("empirical(restore-times.csv)").And.Contain("seed 1"));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(Results, "fit.restore-times")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "charts", "fit.json", "report.html" }));
    }

    [TestCase("took\n1\n2\n3\n", "--unit=parsec", "is not a unit of data")]
    [TestCase("took\n1\nlong\n", "--unit=s", ":3: 'long' is not a value")]
    [TestCase("what\nnothing\n", "--unit=s", ":2: 'nothing' is not a value")]
    [TestCase("took\n1\n2\n3\n", "--column=other", "there is no column 'other'")]
    [TestCase("took\n1\n1\n1\n1\n", "--unit=s", "all 4 known values are 1s")]
    [TestCase("took\n1\n2\n", "--unit=s", "at least 3 are needed")]
    [TestCase("", "--unit=s", "no values are in it")]
    public void Wrong_data_are_told_with_their_line(string text, string option, string message) => ExpectRefused(Ask("fit", Written("data.csv", text), option), message);

    [Test]
    public void A_missing_file_of_data_is_told() => ExpectRefused(Ask("fit", In("none.csv")), "there is no such file");

    [Test]
    public void Too_few_values_are_not_enough_evidence() => Assert.That(Ask("fit", Written("few.csv", "took [s]\n1\n2\n4\n8\n")), Has.Property("Code").EqualTo(1).And.Property("Output").Contains("too few"));

    private void ExpectRefused(CommandLine.Ended ended, string message) => Assert.Multiple(() =>
    {
        Assert.That(ended.Code, Is.EqualTo(2), ended.Error);
        Assert.That(ended.Error, Does.Contain(message).And.Not.Contain("   at "));
        ExpectNothingWritten();
    });
}
