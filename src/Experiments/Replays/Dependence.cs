using Simulator.Experiments.Results;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Replays;

/// <summary>Finds out what a figure depends on: the same trials with one input moved give another value, or they do not.</summary>
public static class Dependence
{
    // Of the same luck one trial is enough to see a figure move; a few, so that none is left out by chance.
    private const int TrialsOfAll = 12;
    private const int FewestTrials = 2;

    // Of more, the baseline is what happened and the others are what might have.
    private const int MostVariants = 5;

    /// <summary>The inputs that move each figure of a study, in the order of <see cref="ReplayRow.Of"/>; of a study with more than five variants only those of the baseline's figures, which stand first.</summary>
    /// <param name="study">What the file itself asks.</param>
    /// <param name="inputs">Its inputs: each gives its path and the study with it moved, or null where it cannot be moved.</param>
    /// <param name="threads">How many inputs are tried at once, at least 1; the result is the same for any number.</param>
    /// <param name="run">Runs a study, from several threads at once.</param>
    /// <param name="cancellation">Stops between two inputs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Of(
        Study study, IReadOnlyList<Func<(string Path, Study Study)?>> inputs, int threads, Func<Study, StudyResult> run, CancellationToken cancellation)
    {
        IReadOnlyList<ReplayRow> rows = ReplayRow.Of(run(Few(study)));
        var moves = new (string Path, bool[] Rows)?[inputs.Count];
        Workers.Run(inputs.Count, threads, i =>
        {
            if (inputs[i]() is { } moved) moves[i] = (moved.Path, Differ(rows, ReplayRow.Of(run(Few(moved.Study)))));
        }, cancellation);
        return [.. rows.Select((_, row) => moves.Where(move => move?.Rows[row] == true).Select(move => move!.Value.Path).Distinct().ToArray())];
    }

    private static Study Few(Study whole) => whole with
    {
        Trials = Math.Min(whole.Trials, Math.Max(FewestTrials, TrialsOfAll / whole.Variants.Count)),
        Variants = whole.Variants.Count > MostVariants ? [whole.Variants[0]] : whole.Variants,
    };

    /// <summary>Which rows have other values. A variant that is named by the value that was moved has another name now: its place tells which it is.</summary>
    private static bool[] Differ(IReadOnlyList<ReplayRow> rows, IReadOnlyList<ReplayRow> others) => [.. rows.Select((row, i) => i < others.Count && !Nullable.Equals(row.Result.Value, others[i].Result.Value))];
}
