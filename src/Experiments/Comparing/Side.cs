using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models;

namespace Simulator.Experiments.Comparing;

/// <summary>One of two things that are compared: a scenario that can be run, or what is stored of a run.</summary>
/// <param name="name">What it is called in tables.</param>
/// <param name="seed">Seed of its trials.</param>
public abstract class Side(string name, ulong seed)
{
    /// <summary>What it is called in tables.</summary>
    public string Name { get; } = name;

    /// <summary>Seed of its trials.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>How many trials it has, where no more can be run; null where they can.</summary>
    public abstract int? Stored { get; }

    /// <summary>Whether only summaries are known, not what came out trial by trial.</summary>
    public virtual bool HasSummariesOnly => false;

    /// <summary>What its first trials gave.</summary>
    /// <param name="count">How many; passed over where they are stored.</param>
    public abstract ISideTrials First(int count);
}

/// <summary>What the trials of a side gave.</summary>
public interface ISideTrials
{
    /// <summary>How many trials there are.</summary>
    int Count { get; }

    /// <summary>Whether every trial is the same, so that chance touches nothing.</summary>
    bool AreAlike { get; }

    /// <summary>The columns that have a value in some trial.</summary>
    IReadOnlyList<TrialColumn> Natural { get; }

    /// <summary>The values of a column in trial order, not a number where a trial has none; null where the side does not know the column.</summary>
    double[]? Values(TrialColumn column);

    /// <summary>What is known of a column where values trial by trial are not; null where nothing is.</summary>
    Moments? Summary(TrialColumn column);
}

/// <summary>A side that can be run.</summary>
/// <param name="name">What it is called.</param>
/// <param name="variant">The scenario.</param>
/// <param name="seed">Seed of its trials.</param>
/// <param name="asked">Figures that are wanted beyond the natural ones.</param>
/// <param name="prepare">How trials are run.</param>
/// <param name="threads">How many at once.</param>
/// <param name="done">Is told of every trial.</param>
/// <param name="cancellation">Stops between trials.</param>
public sealed class RunningSide(
    string name, Variant variant, ulong seed, IReadOnlyList<Figure> asked, Preparation prepare, int threads, Action done, CancellationToken cancellation) : Side(name, seed)
{
    private readonly Series _series = new(variant, seed, asked, prepare);

    /// <inheritdoc/>
    public override int? Stored => null;

    /// <inheritdoc/>
    public override ISideTrials First(int count) => new Ran(_series.First(count, threads, done, cancellation), variant.Scenario);

    private sealed class Ran(VariantTrials trials, Scenario scenario) : ISideTrials
    {
        public int Count => trials.Trials.Count;

        public bool AreAlike => trials.AreAlike;

        public IReadOnlyList<TrialColumn> Natural { get; } = TrialColumn.Natural(trials);

        public double[]? Values(TrialColumn column)
        {
            // A subject that the scenario does not have lost nothing in it; that is no comparison.
            if (!scenario.Names.Append("").Contains(column.Figure.Subject.Name)) return null;
            double[] values = [.. trials.Trials.Select(column.Of)];
            return Array.TrueForAll(values, double.IsNaN) ? null : values;
        }

        public Moments? Summary(TrialColumn column) => null;
    }
}
