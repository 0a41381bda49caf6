using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Expectations;

/// <summary>The words for reductions.</summary>
public static class ReduceWords
{
    /// <summary>Every word and what it stands for.</summary>
    public static readonly IReadOnlyList<(string Word, Reduce Reduce)> All =
    [
        ("each", Reduce.Each), ("worst", Reduce.Worst), ("mean", Reduce.Mean), ("median", Reduce.Median), ("total", Reduce.Total),
    ];

    /// <summary>The word for a reduction.</summary>
    public static string Word(this Reduce reduce) => All.First(entry => entry.Reduce == reduce).Word;
}
