using System.Globalization;
using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Experiments;

/// <summary>Studies in which something is uncertain: which trials they run, and what is said of them.</summary>
[Parallelizable(ParallelScope.All)]
public class UncertainStudies
{
    private const int Draws = 8, Trials = 5;

    private static Study Asked()
    {
        string text = Repository.Read("scenarios/first-steps.yaml").Replace("length: 3d", $"length: 3d, trials: {Trials}, draws: {Draws}", StringComparison.Ordinal)
            + "vary: { crews.operators.size: [1, 2] }\nuncertain: { stores.bucket.read: uniform(60 MB/s 300 MB/s), tenants.customer.count: uniform(100 900) }\n";
        return ScenarioFile.Parse(text, Repository.At("scenarios/first-steps.yaml")).Study!;
    }

    private static readonly Lazy<StudyResult> s_result = new(() => Experiment.Run(Asked(), 2, Prepare));

    private static Func<int, TrialRecord> Prepare(Scenario scenario, ulong seed) => PreparedScenario.Prepare(scenario, seed).Run;

    [Test]
    public void A_variant_has_its_trials_in_every_draw()
    {
        Assert.That(s_result.Value.Variants.Select(variant => variant.Trials), Is.All.EqualTo(Draws * Trials));
        Assert.That(s_result.Value.Variants[0].Rows.Rows, Has.Count.EqualTo(Draws * Trials));
    }

    [Test]
    public void The_result_is_the_same_for_any_number_of_threads() =>
        Assert.That(Experiment.Run(Asked(), 1, Prepare).Variants.Select(v => v.Fingerprint), Is.EqualTo(s_result.Value.Variants.Select(v => v.Fingerprint)));

    [Test]
    public void A_draw_is_the_same_in_all_variants_and_its_population_is_its_own()
    {
        List<(int Count, double Read, ulong Seed)> seen = [];
        Study study = Asked();
        Func<int, TrialRecord> Watched(Scenario scenario, ulong seed)
        {
            lock (seen) seen.Add((scenario.Tenants[0].Value.Count, scenario.Stores[0].Value.Read.BytesPerSecond, seed));
            return Prepare(scenario, seed);
        }
        foreach (Variant variant in study.Variants)
        {
            Func<int, TrialRecord> run = DrawnTrials.Of(study, variant, Watched)(variant.Scenario, study.Seed);
            for (int trial = 0; trial < Draws * Trials; trial++) run(trial);
        }
        Assert.That(seen, Has.Count.EqualTo(2 * Draws), "each draw is prepared once");
        Assert.That(seen.Skip(Draws), Is.EqualTo(seen.Take(Draws)));
        Assert.That(seen.Take(Draws).Distinct().Count(), Is.EqualTo(Draws));
        Assert.That(seen.Select(draw => draw.Count), Is.All.InRange(100, 900));
    }

    [Test]
    public void Any_trial_can_be_run_alone()
    {
        Study study = Asked();
        Variant variant = study.Variants[1];
        Func<int, TrialRecord> run = DrawnTrials.Of(study, variant, Prepare)(variant.Scenario, study.Seed);
        ulong[] inOrder = [.. Enumerable.Range(0, Draws * Trials).Select(trial => run(trial).Fingerprint)];
        Func<int, TrialRecord> alone = DrawnTrials.Of(study, variant, Prepare)(variant.Scenario, study.Seed);
        Assert.That(alone(17).Fingerprint, Is.EqualTo(inOrder[17]));
    }

    [Test]
    public void Each_figure_is_told_apart_and_the_inputs_are_in_order()
    {
        foreach (VariantResult variant in s_result.Value.Variants)
            foreach (Ignorance figure in variant.Ignorance.Where(figure => figure.Split is not null))
            {
                Assert.That(figure.Split!.Share, Is.InRange(0, 1));
                Assert.That(figure.Inputs.Select(input => input.Share), Is.Ordered.Descending);
            }
        Assert.That(s_result.Value.Variants[0].Ignorance.Select(figure => figure.Figure), Does.Contain("downtime of worst customer"));
    }

    [Test]
    public void Tables_tell_the_draw()
    {
        using var trials = new StringWriter(CultureInfo.InvariantCulture);
        TrialsFile.Write(s_result.Value, trials);
        string[] lines = trials.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith("variant,trial,draw,"));
        Assert.That(lines[1 + 17], Does.StartWith("1,17,3,"));
        using var draws = new StringWriter(CultureInfo.InvariantCulture);
        DrawsFile.Write(s_result.Value, draws);
        lines = draws.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith("variant,draw,stores.bucket.read [B/s],tenants.customer.count [count],mean "));
        Assert.That(lines, Has.Length.EqualTo(2 + 2 * Draws));
    }

    [Test]
    public void Intervals_count_the_draws_and_not_the_trials()
    {
        // All trials of a draw alike: eight draws say no more than eight trials.
        double[] draws = [1, 2, 3, 4, 5, 6, 7, 8];
        Members[] many = [.. draws.SelectMany(value => Enumerable.Repeat(Members.One(value), Trials))];
        var values = new TrialValues(many, "s", arePooled: false, areAlike: false, perDraw: Trials);
        Estimate mean = values.Mean, alone = Student.Mean(draws, draws);
        Assert.That((mean.Value, values.Independent, values.IndependentWord), Is.EqualTo((alone.Value, Draws, "draws")));
        Assert.That(mean.Interval!.Value.High, Is.EqualTo(alone.Interval!.Value.High).Within(1e-9));
        Assert.That(values.EffectiveTrials((low, _) => low > 4), Is.EqualTo(Draws).Within(1e-9));
        Assert.That(new TrialValues(many, "s", arePooled: false, areAlike: false).EffectiveTrials((low, _) => low > 4), Is.EqualTo(Draws * Trials));
    }

    [Test]
    public void A_share_of_trials_of_alike_draws_is_as_sure_as_one_of_so_many_draws()
    {
        Members[] many = [.. Enumerable.Range(0, 20).SelectMany(draw => Enumerable.Repeat(Members.One(draw % 4 == 0 ? 9 : 1), 50))];
        var statistic = new ShareOfTrials(new Limits(5, null));
        Estimate clustered = statistic.Of(new TrialValues(many, "s", arePooled: false, areAlike: false, perDraw: 50)), independent = Wilson.Share(5, 5, 20);
        Assert.That(clustered.Value, Is.EqualTo(0.25));
        Assert.That(clustered.Upper!.Value, Is.EqualTo(independent.Upper!.Value).Within(1e-9));
    }
}
