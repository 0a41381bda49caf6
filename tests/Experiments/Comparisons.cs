using Simulator.Experiments;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Experiments;

/// <summary>Two sides, paired by trial or not: what is found, what is not, and what it would take.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class Comparisons
{
    private const int Threads = 1;

    // A snapshot every T, usable at once, and a fire at a uniform instant of its cadence: a loss uniform in (0, T), so T / 2 on average.
    private const string Snapshots = """
        version: 1
        name: snapshots
        question: What is lost?
        run: { length: 8d, trials: 40 }
        regions: { home: { zones: [a, b] } }
        stores: { bucket: { region: home, read: 1 GB/s } }
        databases:
          shop:
            zone: home.a
            data: 50 GB
            writes: 1 MB/s
            backups: { snapshots: { kind: snapshot, every: 24h, takes: 0s, to: bucket, keep: 3d } }
            restore: { start: uniform(14m 39m) }
        faults: { fire: { kind: destruction, hits: home.a, at: 4d, noticed: lognormal(median 10m p95 1h) } }
        """;

    [Test]
    public void A_scenario_and_itself_on_other_seeds_cannot_be_told_apart()
    {
        const int Seeds = 200;
        int mistaken = Enumerable.Range(0, Seeds).Count(seed =>
        {
            ComparisonResult result = Compare(Scenario(), Scenario(), trials: 25, seedA: (ulong)(2 * seed + 1), seedB: (ulong)(2 * seed + 2));
            Assert.That(result.Measures, Has.Count.GreaterThanOrEqualTo(4), "a family of several measures");
            return result.Measures.Any(measure => measure.Change is not (Change.CannotTell or Change.Same));
        });
        TestContext.Out.WriteLine($"{mistaken} of {Seeds} find a difference that is not there");
        Assert.That(mistaken, Is.LessThanOrEqualTo(16), $"seeds 1 to {2 * Seeds}: at least 92 % of {Seeds} say 'cannot tell' of every measure");
    }

    [Test]
    public void A_scenario_and_itself_on_the_same_seed_are_the_same()
    {
        ComparisonResult result = Compare(Scenario(), Scenario(), trials: 20);
        Assert.That(result.Measures.Select(measure => measure.Change), Is.All.EqualTo(Change.Same));
        Assert.That(result.Verdict, Does.StartWith("The same"));
    }

    [Test]
    public void Twice_as_many_snapshots_lose_a_quarter_of_the_cadence_less()
    {
        ComparedMeasure loss = Loss(Compare(Scenario(), Scenario("12h"), trials: 400));
        const double Quarter = 6 * 3600;
        Assert.That(loss.Change, Is.EqualTo(Change.Better));
        Assert.That((loss.Shift.Interval!.Value.Low, loss.Shift.Interval!.Value.High), Is.EqualTo((-Quarter, -Quarter)).Using<(double Low, double High)>((got, closed) => got.Low <= closed.Low && got.High >= closed.High));
        Assert.That(loss.Shift.Interval!.Value.High - loss.Shift.Interval!.Value.Low, Is.LessThan(0.35 * Quarter));
        Assert.That(Loss(Compare(Scenario("12h"), Scenario(), trials: 400)).Change, Is.EqualTo(Change.Worse));
    }

    [Test]
    public void With_the_trials_that_are_called_for_it_is_told_in_most_seeds()
    {
        int open = 0, told = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            ComparedMeasure pilot = Loss(Compare(Scenario(), Scenario("20h"), trials: 40, seedA: seed, seedB: 1000 + seed, "loss of worst shop"));
            if (pilot.Change != Change.CannotTell || pilot.Needed is not (> 40 and <= 600)) continue;
            open++;
            if (Loss(Compare(Scenario(), Scenario("20h"), (int)pilot.Needed, seed, 1000 + seed, "loss of worst shop")).IsTold) told++;
        }
        TestContext.Out.WriteLine($"{told} of {open}");
        Assert.That(open, Is.GreaterThan(8), "seeds 1 to 40");
        Assert.That(told, Is.GreaterThan(0.5 * open), $"of {open}");
    }

    [Test]
    public void It_goes_on_until_it_can_tell_and_no_further()
    {
        ComparisonResult large = Until(Scenario("1h"), 3200), small = Until(Scenario("23h"), 160);
        Assert.That(large.Looks, Is.EqualTo(new[] { 40 }), "a large difference is told at the first look");
        Assert.That(large.Planned, Is.EqualTo(8));
        Assert.That(small.Looks, Is.EqualTo(new[] { 40, 80, 160 }), "a small one takes all there are");
    }

    [Test]
    public void Looking_repeatedly_finds_no_more_by_chance()
    {
        int mistaken = Enumerable.Range(1, 100).Count(seed => Compare(Scenario(), Scenario(), [8, 16, 32], (ulong)seed, (ulong)seed + 1000, ["loss of worst shop"]).Measures.Any(measure => measure.IsTold));
        Assert.That(mistaken, Is.LessThanOrEqualTo(11), "seeds 1 to 100: 5 and three binomial errors");
    }

    [Test]
    public void Trials_with_nothing_to_restore_are_compared_as_shares_and_the_others_by_what_they_lose()
    {
        // Half of the points are worthless and only two are kept: in a quarter of the trials nothing is left.
        string bad = Scenario().Replace("keep: 3d }", "keep: 2d, usable: 50% }", StringComparison.Ordinal);
        ComparisonResult result = Compare(Scenario(), bad, trials: 200);
        ComparedMeasure share = result.Measures.Single(measure => measure.Text == "share of trials with infinite loss of worst shop");
        ComparedMeasure rest = result.Measures.Single(measure => measure.Text == "mean loss of worst shop where both are finite");
        Assert.Multiple(() =>
        {
            Assert.That(share.Change, Is.EqualTo(Change.Worse));
            Assert.That(share.Shift.Value, Is.EqualTo(0.25).Within(0.1));
            Assert.That(share.Trials, Is.EqualTo(200));
            Assert.That(rest.Change, Is.EqualTo(Change.Worse));
            Assert.That(rest.Trials, Is.EqualTo(200 - (int)Math.Round(200 * share.Shift.B)));
        });
    }

    [Test]
    public void With_a_margin_it_is_asked_whether_it_is_worse_by_that_much()
    {
        string slower = Scenario().Replace("start: uniform(14m 39m)", "start: uniform(15m 40m)", StringComparison.Ordinal);
        Assert.That(Compare(Scenario(), slower, 200, 1, 1, "downtime of worst shop").Measures.Single().Change, Is.EqualTo(Change.Worse), "a minute, in every trial");
        Assert.That(Within(slower, 0.10).Change, Is.EqualTo(Change.NoWorse), "of half an hour and more that is less than a tenth");
        Assert.That(Within(Scenario().Replace("start: uniform(14m 39m)", "start: uniform(44m 69m)", StringComparison.Ordinal), 0.10).Change, Is.EqualTo(Change.Worse));
        ComparedMeasure Within(string other, double margin) => Comparison.Run("", [MatchOf(Scenario(), other, 1, 1, Asking(["downtime of worst shop"]))], Question([200], Asking(["downtime of worst shop"])) with { Margin = margin }).Measures.Single();
    }

    [TestCase("p95 loss of worst shop", "p95 loss of worst shop")]
    [TestCase("loss of worst shop", "mean loss of worst shop")]
    [TestCase("share of trials with loss of worst shop > 12h", "share of trials with loss of worst shop > 12h")]
    public void What_is_asked_for_is_compared(string asked, string text)
    {
        ComparisonResult result = Compare(Scenario(), Scenario("6h"), 300, 1, 1, asked);
        Assert.That(result.Measures.Single().Text, Does.EndWith(text));
        Assert.That(result.Measures.Single().Change, Is.EqualTo(Change.Better));
    }

    [TestCase("loss of each shop", "a trial has many values")]
    [TestCase("max loss of worst shop", "a fact of the trials that were run")]
    [TestCase("los of worst shop", "is not a measure")]
    [TestCase("p95 loss of worst shop <= 5m", "is too much")]
    public void What_cannot_be_compared_is_told(string asked, string problem) => Assert.That(Asked.Parse(asked).Problem, Does.Contain(problem));

    private static string Scenario(string every = "24h") => Snapshots.Replace("every: 24h", $"every: {every}", StringComparison.Ordinal);

    private static ComparedMeasure Loss(ComparisonResult result) => result.Measures.Single(measure => measure.Text == "mean loss of worst shop");

    private static ComparisonResult Until(string other, int most) => Compare(Scenario(), other, Spending.Looks(40, most), 1, 1, ["loss of worst shop"]);

    private static ComparisonResult Compare(string a, string b, int trials, ulong seedA = 1, ulong seedB = 1, params string[] asked) => Compare(a, b, [trials], seedA, seedB, asked);

    private static ComparisonResult Compare(string a, string b, IReadOnlyList<int> looks, ulong seedA, ulong seedB, string[] asked)
    {
        IReadOnlyList<Asked> measures = Asking(asked);
        return Comparison.Run("a and b", [MatchOf(a, b, seedA, seedB, measures)], Question(looks, measures));
    }

    private static IReadOnlyList<Asked> Asking(string[] asked) => [.. asked.Select(text => Asked.Parse(text).Value)];

    private static ComparisonQuestion Question(IReadOnlyList<int> looks, IReadOnlyList<Asked> asked) => new(asked, _ => true) { Looks = looks, WithQuantiles = false };

    private static Match MatchOf(string a, string b, ulong seedA, ulong seedB, IReadOnlyList<Asked> asked) => new("", SideOf("a", a, seedA, asked), SideOf("b", b, seedB, asked));

    private static RunningSide SideOf(string name, string text, ulong seed, IReadOnlyList<Asked> asked)
    {
        ReadStudy read = ScenarioFile.Parse(text, "test.yaml");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return new RunningSide(name, read.Study!.Variants[0], seed, [.. asked.Select(one => one.Column.Figure)], (scenario, own) => PreparedScenario.Prepare(scenario, own).Run, Threads, () => { }, default);
    }
}
