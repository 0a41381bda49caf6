using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models;

namespace Simulator.Experiments.Running;

/// <summary>
/// The trials of one scenario, run when they are asked for and kept: whoever asks for more pays for what is new alone. Trial n is the same whenever it
/// is run, so a series that grows is the beginning of a longer one.
/// </summary>
public sealed class Series
{
    private readonly Variant _variant;
    private readonly ulong _seed;
    private readonly IReadOnlyList<Figure> _asked;
    private readonly Lazy<Func<int, TrialRecord>> _run;
    private readonly int _perDraw;
    private readonly List<TrialNumbers> _trials = [];

    /// <summary>A series without trials yet; what its trials share is built with the first.</summary>
    /// <param name="variant">The scenario and its name.</param>
    /// <param name="seed">Seed of its trials.</param>
    /// <param name="asked">Figures that are wanted beyond the natural ones.</param>
    /// <param name="prepare">How trials are run.</param>
    /// <param name="perDraw">How many trials in a row share a draw of what is uncertain; 1 where all are independent.</param>
    public Series(Variant variant, ulong seed, IReadOnlyList<Figure> asked, Preparation prepare, int perDraw = 1)
    {
        _perDraw = perDraw;
        _variant = variant;
        _seed = seed;
        _asked = asked;
        _run = new Lazy<Func<int, TrialRecord>>(() => prepare(variant.Scenario, seed));
    }

    /// <summary>How many trials are there.</summary>
    public int Count => _trials.Count;

    /// <summary>Its first trials; those that are not there yet are run.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="threads">How many trials run at once, at least 1; the result is the same for any number.</param>
    /// <param name="done">Is told of every trial that was run, from the thread that ran it.</param>
    /// <param name="cancellation">Stops between trials.</param>
    /// <exception cref="TrialException">The simulator broke in a trial.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the series is as it was before.</exception>
    public VariantTrials First(int count, int threads, Action? done = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int have = _trials.Count;
        var fresh = new TrialNumbers[Math.Max(0, count - have)];
        if (fresh.Length > 0) _ = _run.Value; // built once, before the threads ask for it
        Workers.Run(fresh.Length, threads, i =>
        {
            fresh[i] = Numbers(have + i);
            done?.Invoke();
        }, cancellation);
        _trials.AddRange(fresh);
        return new VariantTrials([.. _trials.Take(count)], _perDraw);
    }

    /// <summary>Runs one of its trials again, for its facts.</summary>
    /// <param name="trial">Its number, from 0.</param>
    /// <exception cref="TrialException">The simulator broke in it.</exception>
    public TrialRecord Again(int trial) => Wrapped(trial, () => _run.Value(trial));

    private TrialNumbers Numbers(int trial) => Wrapped(trial, () =>
    {
        TrialRecord record = _run.Value(trial);
        return TrialNumbers.Of(Outcome.Of(record.Facts, Instant.After(_variant.Scenario.Length)), record.Fingerprint, _asked);
    });

    private T Wrapped<T>(int trial, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or UnsoundDesignException))
        {
            throw new TrialException(_variant.Name, trial, _seed, broken);
        }
    }
}
