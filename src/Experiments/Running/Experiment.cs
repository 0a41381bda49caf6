using Simulator.Experiments.Objectives;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models;

namespace Simulator.Experiments.Running;

/// <summary>Builds what all trials of a scenario share, and gives the function that runs one of them by its number, from several threads at once.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="seed">The seed.</param>
public delegate Func<int, TrialRecord> Preparation(Scenario scenario, ulong seed);

/// <summary>Answers a study: tries every variant, and makes tables, curves and verdicts of the facts.</summary>
public sealed class Experiment
{
    private readonly Study _study;
    private readonly int _threads;
    private readonly Action<Progress> _progress;
    private readonly Preparation _prepare;
    private readonly Preparation? _trace;
    private readonly CancellationToken _cancellation;
    private readonly Figure[] _asked;
    private readonly Lock _counting = new();
    private int _done;

    private Experiment(Study study, int threads, Preparation prepare, Action<Progress> progress, Preparation? trace, CancellationToken cancellation)
    {
        _study = study;
        _threads = threads;
        _progress = progress;
        _prepare = prepare;
        _trace = trace;
        _cancellation = cancellation;
        _asked = [.. study.Expectations.Select(e => new Figure(e.Measure, e.Subject)).Distinct()];
    }

    /// <summary>Runs a study. The result is the same for any number of threads.</summary>
    /// <param name="study">The study; an expectation that speaks of none of its variants is passed over.</param>
    /// <param name="threads">How many trials run at once, at least 1.</param>
    /// <param name="prepare">How trials are run.</param>
    /// <param name="progress">Is told after every trial, from the thread that ran it, one at a time.</param>
    /// <param name="trace">How trials are run so that their events are remembered: names the first difference between two runs of the same trial.</param>
    /// <param name="cancellation">Stops between trials.</param>
    /// <exception cref="TrialException">The simulator broke in a trial.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The study has no trials or no variants, or there is no thread.</exception>
    public static StudyResult Run(
        Study study, int threads, Preparation prepare, Action<Progress>? progress = null, Preparation? trace = null,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(study.Trials, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(study.Variants.Count, 1);
        var experiment = new Experiment(study, threads, prepare, progress ?? (_ => { }), trace, cancellation);
        VariantResult[] variants = [.. study.Variants.Select(experiment.Try)];
        return new StudyResult(study, Version, variants, Judging.Published(study));
    }

    /// <summary>Version of the simulator.</summary>
    public static string Version { get; } = typeof(Experiment).Assembly.GetName().Version?.ToString(3) ?? "0";

    private VariantResult Try(Variant variant)
    {
        Figure[] asked = _study.Policy is { } policy ? [.. _asked.Union(Harm.FiguresOf(policy, variant.Scenario))] : _asked;
        var series = new Series(variant, _study.Seed, asked, DrawnTrials.Of(_study, variant, _prepare), _study.Uncertainty is null ? 1 : _study.Trials);
        VariantTrials trials = series.First(_study.TrialsOfVariant, _threads, () => Tell(variant), _cancellation);
        return new VariantResult(
            variant.Name, _study.TrialsOfVariant, trials.Fingerprint, Summaries.Measures(trials),
            [.. _study.Expectations.Where(e => e.SpeaksOf(variant.Name)).Select(e => Judging.Judge(e, trials))],
            Curves.Of(trials), Summaries.Samples(trials), Summaries.Rows(trials), Show(variant, trials, series))
        {
            Ignorance = Ignorances.Of(_study, trials),
            Objectives = _study.Policy is null ? [] : ObjectiveJudging.Judge(_study.Policy, variant.Scenario, trials),
        };
    }

    private void Tell(Variant variant)
    {
        lock (_counting) _progress(new Progress(variant.Name, ++_done, _study.TrialsOfVariant * _study.Variants.Count));
    }

    /// <summary>Runs the trial whose story is told again, alone, and expects the same of it.</summary>
    private ShownTrial Show(Variant variant, VariantTrials trials, Series series)
    {
        int trial = trials.MedianTrial();
        ulong first = trials.Trials[trial].Fingerprint;
        TrialRecord record = series.Again(trial);
        if (record.Fingerprint != first)
        {
            throw new TrialException(variant.Name, trial, _study.Seed, new InvalidOperationException(
                $"run again it did something else: fingerprint {record.Fingerprint:x16} after {first:x16}.{FirstDifference(variant, trial)}"));
        }
        return new ShownTrial(trial, first.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), record.Facts) { MedianOf = trials.Criterion };
    }

    /// <summary>The first event in which two more runs of a trial differ; they remember their events, which costs too much to do always.</summary>
    private string FirstDifference(Variant variant, int trial)
    {
        if (_trace is null) return "";
        // Whatever the first two runs did not share, these two do not share either.
        EventTrace? One() => DrawnTrials.Of(_study, variant, _trace)(variant.Scenario, _study.Seed)(trial).Trace;
        if ((One(), One()) is not ({ } a, { } b)) return "";
        return EventTrace.FirstDifference(a, b) is { } difference
            ? $" Two more runs part at {difference}."
            : $" Two more runs, each prepared anew, did the same {a.Events.Count} events: look for what trials of one preparation share.";
    }
}
