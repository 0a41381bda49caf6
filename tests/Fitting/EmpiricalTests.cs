using Simulator.Models.Distributions;
using Simulator.Models.Distributions.Data;
using Simulator.Models.Language;

namespace Simulator.Tests.Fitting;

/// <summary>Observed values that are drawn again, and the files that they come from.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EmpiricalTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("values").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    private string Written(string text)
    {
        string name = $"values-{TestContext.CurrentContext.Test.ID}.csv";
        File.WriteAllText(Path.Combine(_folder, name), text);
        return name;
    }

    private Parsed<Delay> Read(string text) => Syntaxes.Delay.Parse(text).Then(delay => Syntaxes.Delay.Load(delay, new Folder(_folder)));

    [Test]
    public void Each_value_is_as_likely_as_any_other_and_nothing_else_is_drawn()
    {
        Delay delay = Read($"empirical({Written("# drills\r\ntook [min]\r\n30\r\n10\r\n20\r\n40\r\n")})").Value;
        Assert.Multiple(() =>
        {
            Assert.That(new[] { 0, 0.2, 0.25, 0.2501, 0.6, 0.999 }.Select(u => delay.Quantile(u).TotalMinutes), Is.EqualTo(new[] { 10.0, 10, 10, 20, 30, 40 }));
            Assert.That(delay.Mean, Is.EqualTo(TimeSpan.FromMinutes(25)));
            Assert.That((delay.Seconds.Cumulative(599), delay.Seconds.Cumulative(600), delay.Seconds.Cumulative(1e9)), Is.EqualTo((0.0, 0.25, 1.0)));
        });
    }

    [Test]
    public void A_column_of_several_is_named_and_a_mix_may_hold_it()
    {
        string file = Written("what,restore time (h),\"note, long\"\nshop,1,\"a, b\"\ncart,3h,\n");
        Assert.That(Read($"mix(50% empirical({file} column restore time) 50% 9h)").Value.Mean, Is.EqualTo(TimeSpan.FromHours(5.5)));
    }

    [Test]
    public void A_range_is_held_against_what_the_file_holds()
    {
        Syntax<Delay> positive = Syntaxes.Delay.Where("more than 0s on average", delay => delay.Mean > TimeSpan.Zero);
        string file = Written("s\n0s\n0s\n");
        Parsed<Delay> read = positive.Parse($"empirical({file})").Then(delay => positive.Load(delay, new Folder(_folder)));
        Assert.That(read.Problem, Does.Contain("out of range"));
    }

    [TestCase("took\n1\n2\n", "durations|each, where a duration is needed: write the unit")]
    [TestCase("took [s]\n1\n>2\n", ":3: a value that is known only to be more")]
    [TestCase("took [s]\n1\nlong\n", ":3: 'long' is not a value")]
    [TestCase("took [s]\n-1\n", ":2: '-1' is negative")]
    [TestCase("took [s]\n1\n2 GB\n", ":3: '2 GB' is a size, but line 2 holds a duration")]
    [TestCase("took [parsec]\n1\n", ":1: the head 'took [parsec]': 'parsec' is not a unit")]
    [TestCase("took [s]\n", ":1: there is a head and no value below it")]
    [TestCase("# nothing\n", " no values are in it")]
    [TestCase("a,b\n1,2\n", ":1: there are 2 columns, 'a', 'b': say which")]
    [TestCase("took\nnever\n", ":2: 'never' is no observation")]
    public void A_wrong_file_says_which_line_is_wrong(string text, string problem) => Assert.That(Read($"empirical({Written(text)})").Problem, Does.Contain(problem.Split('|')[^1]));

    [Test]
    public void Units_of_other_tools_are_understood()
    {
        foreach ((string unit, double seconds) in ((string, double)[])[("min", 60), ("hours", 3600), ("ms", 0.001), ("sec", 1), ("d", 86_400)])
            Assert.That(DataUnit.Parse(unit).Value.Factor, Is.EqualTo(seconds), unit);
    }
}
