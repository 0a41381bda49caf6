using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What the evidence says: by bounds, never by the estimate alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class VerdictTables
{
    // Estimate 5, one-sided bounds 4 and 6, two-sided interval 3 to 7.
    private static readonly Estimate s_five = new(5, 4, 6, new Interval(3, 7));

    [TestCase("<= 6", Verdict.Met)]
    [TestCase("< 6", Verdict.NotEnoughEvidence)]
    [TestCase("<= 5.9", Verdict.NotEnoughEvidence)]
    [TestCase("<= 4", Verdict.NotEnoughEvidence)]
    [TestCase("< 4", Verdict.Breached)]
    [TestCase("<= 3.9", Verdict.Breached)]
    [TestCase(">= 4", Verdict.Met)]
    [TestCase("> 4", Verdict.NotEnoughEvidence)]
    [TestCase(">= 6.1", Verdict.Breached)]
    [TestCase("between 3 and 7", Verdict.Met)]
    [TestCase("between 4 and 6", Verdict.NotEnoughEvidence)]
    [TestCase("between 7.1 and 9", Verdict.Breached)]
    [TestCase("= 5", Verdict.NotEnoughEvidence)]
    public void Bounds_decide(string test, Verdict verdict) =>
        Assert.That(Verdicts.Of(s_five, Expect($"rate of a over b {test}").Test.Limits), Is.EqualTo(verdict));

    [TestCase("<= 6")]
    [TestCase(">= 4")]
    [TestCase("between 3 and 7")]
    public void A_bound_that_does_not_exist_proves_nothing(string test) =>
        Assert.That(Verdicts.Of(new Estimate(5, null, null, null), Expect($"rate of a over b {test}").Test.Limits), Is.EqualTo(Verdict.NotEnoughEvidence));

    [TestCase("p99 time to last <= 1h", 298, 60, Verdict.NotEnoughEvidence, "about 299 trials are needed")]
    [TestCase("p99 time to last <= 1h", 299, 60, Verdict.Met, "95 % sure that p99 is at most 60 s")]
    [TestCase("p99 time to last between 0s and 1h", 367, 60, Verdict.NotEnoughEvidence, "about 368 trials are needed")]
    [TestCase("p99 time to last between 0s and 1h", 368, 60, Verdict.Met, "95 % sure that p99 is between")]
    [TestCase("p50 time to last <= 1h", 4, 60, Verdict.NotEnoughEvidence, "about 5 trials are needed")]
    [TestCase("p50 time to last <= 1h", 5, 60, Verdict.Met, "95 % sure that p50 is at most")]
    [TestCase("time to last <= 1h", 300, 60, Verdict.Met, "met in all 300 trials: 95 % sure that at most 0.9936 % of trials can miss it")]
    [TestCase("time to last <= 59s", 300, 60, Verdict.Breached, "missed in 300 of 300 trials")]
    [TestCase("max time to last <= 1h", 3, 60, Verdict.Met, "the largest value of 3 trials is")]
    [TestCase("max time to last <= 1m", 3, 60, Verdict.Breached, "the largest value of 3 trials is")]
    [TestCase("mean time to last <= 1h", 1, 60, Verdict.NotEnoughEvidence, "about 2 trials are needed")]
    [TestCase("mean time to last <= 1h", 10, 60, Verdict.Met, "95 % sure that the mean is at most")]
    [TestCase("share of trials with time to last > 1h <= 1%", 267, 60, Verdict.NotEnoughEvidence, "about 268 trials are needed")]
    [TestCase("share of trials with time to last > 1h <= 1%", 268, 60, Verdict.Met, "95 % sure that the share of trials is at most")]
    [TestCase("share of trials with time to last > 1m >= 50%", 100, 60, Verdict.Met, "95 % sure that the share of trials is at least")]
    public void A_verdict_says_what_it_rests_on(string sentence, int trials, double seconds, Verdict verdict, string reason)
    {
        // Values from `seconds` on, a microsecond apart, so that no two trials are alike.
        Judgement judgement = Judge(sentence, [.. Enumerable.Range(0, trials).Select(i => Members.One(seconds + (i + 1) * 1e-6))]);
        Assert.That(judgement.Verdict, Is.EqualTo(verdict), judgement.Reason);
        Assert.That(judgement.Reason, Does.Contain(reason));
    }

    [Test]
    public void Where_chance_touches_nothing_two_trials_say_everything()
    {
        TrialValues alike = new([Members.One(60), Members.One(60)], "s", arePooled: false, areAlike: true);
        Assert.That(Judge("p99 time to last <= 1h", alike).Verdict, Is.EqualTo(Verdict.Met));
        Assert.That(Judge("p99 time to last between 1m and 1m", alike).Verdict, Is.EqualTo(Verdict.Met));
        Assert.That(Judge("p99 time to last < 1m", alike).Verdict, Is.EqualTo(Verdict.Breached));
        Assert.That(Judge("time to last <= 1h", alike).Reason, Does.Contain("chance does not touch"));
    }

    [TestCase("time to last <= 1d", Verdict.Breached, "missed in 1 of 2 trials", Description = "it took two days at least")]
    [TestCase("time to last <= 9d", Verdict.NotEnoughEvidence, "in 1 of 2 trials the run ended first; a longer run is needed")]
    [TestCase("time to last >= 1h", Verdict.Met, "met in all 2 trials")]
    [TestCase("max time to last <= 9d", Verdict.NotEnoughEvidence, "a longer run is needed")]
    [TestCase("max time to last <= 1d", Verdict.Breached, "infinite")]
    public void A_run_that_ended_first_proves_only_what_it_saw(string sentence, Verdict verdict, string reason)
    {
        Judgement judgement = Judge(sentence, [Members.One(3600), Members.Of([Observed.MoreThan(2 * 86_400)])]);
        Assert.That(judgement.Verdict, Is.EqualTo(verdict), judgement.Reason);
        Assert.That(judgement.Reason, Does.Contain(reason));
    }

    [Test]
    public void Pooled_members_are_judged_by_their_clusters()
    {
        Members[] trials = [.. Enumerable.Range(0, 40).Select(i => Members.Known([.. Enumerable.Range(0, 50).Select(j => i * 10.0 + j)]))];
        TrialValues values = new(trials, "s", arePooled: true, areAlike: false);
        double median = values.Quantile(0.5).Value;
        Assert.That(Judge($"p50 loss of each site <= {median + 1:0}s", values).Verdict, Is.EqualTo(Verdict.NotEnoughEvidence));
        Assert.That(Judge($"p50 loss of each site <= {median * 2:0}s", values).Verdict, Is.EqualTo(Verdict.Met));
        Assert.That(Judge("p50 loss of each site <= 50s", values).Verdict, Is.EqualTo(Verdict.Breached));
        Assert.That(Judge("loss of each site <= 1h", values).Reason, Does.StartWith("met in all 40 trials"));
    }

    private static Judgement Judge(string sentence, Members[] trials) => Judge(sentence, new TrialValues(trials, "s", arePooled: false, areAlike: false));

    private static Judgement Judge(string sentence, TrialValues values)
    {
        Expectation expectation = Expect(sentence);
        return expectation.Statistic.Judge(values, expectation.Test.Limits);
    }
}
