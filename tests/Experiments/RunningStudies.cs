using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models;
using static Simulator.Tests.Experiments.Journals;
using static Simulator.Tests.Experiments.Studies;

namespace Simulator.Tests.Experiments;

[Parallelizable(ParallelScope.All)]
public sealed class RunningStudies
{
    private static readonly string[] s_sentences =
    [
        "loss of worst site <= 2m", "p50 restored of site users reaches 45% at 26h within 3h in as it was", "p95 downtime of each site <= 2d in as it was",
    ];

    [Test]
    public void One_and_two_threads_give_the_same_bytes()
    {
        StudyResult one = Run(Tiny(50, s_sentences), 1), two = Run(Tiny(50, s_sentences), 2), many = Run(Tiny(50, s_sentences), 16);
        Assert.That(Json(two), Is.EqualTo(Json(one)));
        Assert.That(Json(many), Is.EqualTo(Json(one)));
        Assert.That(Csv(two), Is.EqualTo(Csv(one)));
        Assert.That(Journal(two), Is.EqualTo(Journal(one)));
    }

    [Test]
    public void The_shown_trial_is_the_first_with_the_median_total_time()
    {
        // Totals of trials 0 to 8 grow with trial % 7: 0 1 2 3 4 5 6 0 1; sorted 0 0 1 1 2 3 4 5 6.
        VariantResult variant = Run(Tiny(9)).Variants[0];
        Assert.That(variant.Shown.Trial, Is.EqualTo(2));
        Assert.That(variant.Shown.Facts, Is.Not.Empty);
        Assert.That(variant.Shown.Fingerprint, Is.EqualTo((42ul * 1000 + 2 * 7 + 1).ToString("x16")));
    }

    [Test]
    public void A_trial_that_does_something_else_when_run_again_is_named()
    {
        ulong calls = 0;
        Preparation drifting = (scenario, seed) => trial => Trials(scenario, seed)(trial) with { Fingerprint = Interlocked.Increment(ref calls) };
        Assert.That(() => Run(Tiny(3), 1, drifting), Throws.TypeOf<TrialException>()
            .With.Message.Contains("trial 1 of variant 'as it was' (seed 42) broke: run again it did something else"));
    }

    [Test]
    public void The_first_event_in_which_it_did_is_named()
    {
        ulong calls = 0;
        Preparation drifting = (scenario, seed) => trial => Trials(scenario, seed)(trial) with { Fingerprint = Interlocked.Increment(ref calls) };
        Preparation traced = (scenario, seed) => trial => Trials(scenario, seed)(trial) with { Trace = TraceOf(Interlocked.Increment(ref calls)) };
        Preparation same = (scenario, seed) => trial => Trials(scenario, seed)(trial) with { Trace = TraceOf(1) };
        Assert.That(() => Experiment.Run(Tiny(3), 1, drifting, trace: traced), Throws.TypeOf<TrialException>().With.Message.Match(
            @"run again it did something else: fingerprint \w+ after \w+\. Two more runs part at event 2: 0d 00:00:0\d\.0000000 .*Tick#1 / 0d 00:00:0\d\.0000000 .*Tick#1\."));
        Assert.That(() => Experiment.Run(Tiny(3), 1, drifting, trace: same), Throws.TypeOf<TrialException>().With.Message.Contains("did the same 2 events"));
    }

    /// <summary>The events of a simulation that does one thing at the start and one after so many seconds.</summary>
    private static EventTrace TraceOf(ulong seconds)
    {
        Simulation simulation = new(new Streams(1, 1)) { Trace = new EventTrace() };
        async Process Tick() => await simulation.Forever.Wait(TimeSpan.FromSeconds(seconds));
        simulation.Forever.Start(Tick());
        simulation.Run(Instant.Never);
        return simulation.Trace;
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(8)]
    public void The_first_trial_that_breaks_is_told_with_how_to_repeat_it(int threads)
    {
        Preparation breaking = (scenario, seed) => trial => trial % 10 == 7 ? throw Broken() : Trials(scenario, seed)(trial);
        TrialException broken = Assert.Throws<TrialException>(() => Run(Tiny(40), threads, breaking))!;
        Assert.That(broken.Message, Is.EqualTo(
            "trial 7 of variant 'as it was' (seed 42) broke at 0d 03:00:00.0000000: a backlog is negative."));
        Assert.That(broken.Arguments, Is.EqualTo("--seed 42 --variant \"as it was\" --trial 7"));
        Assert.That(broken.InnerException, Is.TypeOf<InvalidOperationException>());
    }

    [Test]
    public void A_journal_that_contradicts_itself_breaks_its_trial()
    {
        Preparation wrong = (_, _) => _ => new TrialRecord([Served(1, 5)], 1, 1);
        Assert.That(() => Run(Tiny(2), 1, wrong), Throws.TypeOf<TrialException>().With.Message.Contains("never deleted"));
    }

    [Test]
    public void It_stops_when_asked()
    {
        using CancellationTokenSource source = new();
        Assert.That(() => Experiment.Run(Tiny(1000), 2, Trials, progress => { if (progress.Done == 5) source.Cancel(); }, cancellation: source.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Progress_counts_every_trial_once()
    {
        List<int> seen = [];
        Experiment.Run(Tiny(20), 4, Trials, progress => seen.Add(progress.Done));
        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, 40)));
    }

    [Test]
    public void Expectations_are_judged_in_the_variants_that_they_speak_of()
    {
        StudyResult result = Run(Tiny(400, s_sentences));
        Assert.That(result.Variants[0].Expectations.Select(e => e.Verdict), Is.EqualTo(new[] { Verdict.Breached, Verdict.Met, Verdict.Met }));
        Assert.That(result.Variants[1].Expectations, Has.Count.EqualTo(1));
        Assert.That(result.Published, Is.EqualTo(new[]
        {
            new PublishedPoint("as it was", "restored", "site users", 0.45, TimeSpan.FromHours(26), TimeSpan.FromHours(3)),
        }));
    }

    [Test]
    public void What_never_happens_is_no_evidence() =>
        Assert.That(Run(Tiny(9, "p50 batch time of each fast <= 1h")).Variants[0].Expectations[0].Reason, Does.StartWith("no trial has a value"));

    [Test]
    public void An_expectation_that_speaks_of_no_variant_is_a_problem_of_the_study()
    {
        Study study = Tiny(9, "blast radius = 3 in as it is");
        Assert.That(study.Problems(), Is.EqualTo(new[] { "'blast radius = 3 in as it is' speaks of no variant: none is 'as it is'" }));
        Assert.That(Run(study).Variants[0].Expectations, Is.Empty, "a study may be narrowed to one variant");
    }

    [Test]
    public void Curves_end_where_no_trial_changes_any_more()
    {
        IReadOnlyList<Curve> curves = Run(Tiny(9)).Variants[0].Curves;
        Assert.That(curves.Select(c => $"{c.Measure} {c.Subject}"), Is.EqualTo(new[] { "restored site", "restored site users", "accepted site", "accepted site users" }));
        Curve restored = curves[0];
        Assert.That(restored.Times[^1], Is.EqualTo(TimeSpan.FromHours(51)), "the slowest trial's last customer: 3 * 16 + 3 hours");
        Assert.That(restored.Times, Has.Count.LessThanOrEqualTo(401));
        Assert.That(restored.Low.Zip(restored.Median).All(p => p.First <= p.Second), Is.True);
        Assert.That(restored.High[^1], Is.EqualTo(1));
        Assert.That(restored.Median[restored.Times.ToList().IndexOf(TimeSpan.FromHours(12))], Is.EqualTo(1 / 3.0));
    }

    [Test]
    public void Samples_are_sorted_and_complete()
    {
        Sample loss = Run(Tiny(9)).Variants[0].Samples.Single(s => s.Measure == "loss");
        Assert.That(loss.Subject, Is.EqualTo("each site"));
        Assert.That(loss.Sorted, Has.Count.EqualTo(27).And.Ordered);
    }

    private static InvalidOperationException Broken()
    {
        InvalidOperationException broken = new("a backlog is negative.");
        broken.Data[PreparedScenario.MomentKey] = H(3);
        return broken;
    }
}
