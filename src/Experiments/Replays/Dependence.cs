using Simulator.Experiments.Results;

namespace Simulator.Experiments.Replays;

/// <summary>Finds out what a figure depends on: the same trials with one input moved give another value, or they do not.</summary>
public static class Dependence
{
    /// <summary>Rows with the inputs that move them.</summary>
    /// <param name="baseline">What the file itself gives.</param>
    /// <param name="moved">What each moved input gives, of the same trials and seed, by the input's path.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(StudyResult baseline, IEnumerable<(string Path, StudyResult Result)> moved)
    {
        IReadOnlyList<ReplayRow> rows = ReplayRow.Of(baseline);
        List<string>[] inputs = [.. rows.Select(_ => new List<string>())];
        foreach ((string path, StudyResult result) in moved)
        {
            IReadOnlyList<ReplayRow> others = ReplayRow.Of(result);
            for (int i = 0; i < rows.Count; i++)
            {
                // A variant that is named by the value that was moved has another name now: its place tells which it is.
                if (i < others.Count && !Same(rows[i].Result.Value, others[i].Result.Value) && !inputs[i].Contains(path)) inputs[i].Add(path);
            }
        }
        return inputs;
    }

    private static bool Same(double? a, double? b) => a is null ? b is null : b is { } other && a.Value.Equals(other);
}
