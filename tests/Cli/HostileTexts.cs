namespace Simulator.Tests.Cli;

/// <summary>A scenario may come from anybody: its words are shown, and never run.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HostileTexts : Playground
{
    private const string Script = "<script>alert(1)</script>";

    [Test]
    public void Html_does_not_run_in_the_report()
    {
        CommandLine.Ended ended = Run(Scenario(("What does a customer lose?", Script), ("name: tiny", $"name: tiny\nsource: \"<img src=x onerror=alert(1)> {Script}\"")));
        Assert.That(ended.Code, Is.Zero, ended.Error);
        string report = File.ReadAllText(Path.Combine(Results, "tiny", "report.html"));
        Assert.Multiple(() =>
        {
            Assert.That(report, Does.Contain("&lt;script&gt;alert(1)"));
            Assert.That(report, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x"));
            foreach (string picture in Directory.GetFiles(Path.Combine(Results, "tiny", "charts"), "*.svg"))
                Assert.That(File.ReadAllText(picture), Does.Not.Contain("<script>alert"), picture);
        });
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@sum")]
    [TestCase("<b>bold</b>")]
    [TestCase("\\e[31mred")]
    public void A_variant_is_not_called_by_a_formula_or_a_tag(string name)
    {
        CommandLine.Ended ended = Run(Scenario(("expect:", $"vary: {{ case: {{ \"{name}\": {{}} }} }}\nexpect:")));
        Assert.That(ended.Code, Is.EqualTo(2), ended.Output);
        Assert.That(ended.Error, Does.Contain("tiny.yaml:"));
        ExpectNothingWritten();
    }

    [TestCase("=HYPERLINK(1)")]
    [TestCase("'[red]=1+1[/]'")]
    public void Formulas_and_markup_in_a_question_stay_text(string question)
    {
        CommandLine.Ended ended = Run(Scenario(("What does a customer lose?", question)));
        Assert.That(ended.Code, Is.Zero, ended.Error);
        Assert.That(ended.Output, Does.StartWith(question.Trim('\'')));
        IEnumerable<string> cells = File.ReadLines(Path.Combine(Results, "tiny", "trials.csv")).SelectMany(line => line.Split(','));
        Assert.That(cells.Where(cell => cell.TrimStart('"', ' ') is ['=' or '+' or '@' or '\t', ..]), Is.Empty);
    }
}
