using Simulator.Models;

namespace Simulator.Experiments.Running;

/// <summary>
/// The trials of a variant whose inputs are uncertain, numbered draw by draw: trial n is trial n modulo the trials of a draw, of draw n divided by them.
/// Each draw is prepared when its first trial is asked for and forgotten after its last.
/// </summary>
public sealed class DrawnTrials
{
    private readonly Study _study;
    private readonly Variant _variant;
    private readonly Preparation _prepare;
    private readonly ulong _seed;
    private readonly Dictionary<int, (Lazy<Func<int, TrialRecord>> Run, int Done)> _open = [];

    private DrawnTrials(Study study, Variant variant, Preparation prepare, ulong seed)
    {
        _study = study;
        _variant = variant;
        _prepare = prepare;
        _seed = seed;
    }

    /// <summary>How the trials of a variant of a study are prepared: as they are where nothing is uncertain.</summary>
    /// <param name="study">The study.</param>
    /// <param name="variant">One of its variants.</param>
    /// <param name="prepare">How the trials of one scenario are prepared.</param>
    public static Preparation Of(Study study, Variant variant, Preparation prepare) =>
        study.Uncertainty is null ? prepare : (_, seed) => new DrawnTrials(study, variant, prepare, seed).Run;

    private TrialRecord Run(int trial)
    {
        int draw = trial / _study.Trials;
        Lazy<Func<int, TrialRecord>> run;
        lock (_open)
        {
            if (!_open.TryGetValue(draw, out var open)) open = (new Lazy<Func<int, TrialRecord>>(() => Prepared(draw)), 0);
            run = open.Run;
            if (open.Done + 1 == _study.Trials) _open.Remove(draw);
            else _open[draw] = (run, open.Done + 1);
        }
        return run.Value(trial % _study.Trials);
    }

    private Func<int, TrialRecord> Prepared(int draw) =>
        _prepare(_variant.Design!(_study.Uncertainty!.SettingsOf(_seed, draw)), Uncertainty.SeedOf(_seed, draw));
}
