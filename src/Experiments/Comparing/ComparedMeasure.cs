using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Comparing;

/// <summary>What a comparison says of one measure.</summary>
public enum Change
{
    /// <summary>The second side is better, more surely than chance would show it.</summary>
    Better,

    /// <summary>The second side is worse; with a margin, by more than that.</summary>
    Worse,

    /// <summary>The second side may be better or worse, but is not worse by the margin or more.</summary>
    NoWorse,

    /// <summary>The sides differ in something of which more is neither better nor worse.</summary>
    Different,

    /// <summary>Every value is the same on both sides.</summary>
    Same,

    /// <summary>These trials do not tell.</summary>
    CannotTell,
}

/// <summary>One measure of both sides, and what the difference is.</summary>
/// <param name="Match">Which pair of sides: "soft delete", or empty where there is one pair.</param>
/// <param name="Text">The measure: "mean loss of worst site", "share of trials with infinite loss of worst site".</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Better">Which values are better.</param>
/// <param name="Shift">The figures, their difference B - A with its interval, and the p-value of what is asked: of any difference, or of one by the margin.</param>
public sealed record ComparedMeasure(string Match, string Text, string Unit, Better Better, Difference Shift)
{
    /// <summary>Trials that it rests on: pairs of them, or those of both sides.</summary>
    public int Trials { get; init; }

    /// <summary>Trials that have a value on one side only, and were left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>By how much B is worse than A, or than A with the margin; below 0 where it is better than that.</summary>
    public double Harm { get; init; }

    /// <summary>Whether a difference by the margin is asked for, rather than any.</summary>
    public bool IsOfMargin { get; init; }

    /// <summary>Whether every value is the same on both sides.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whether chance touches neither side: every trial is like the first.</summary>
    public bool IsCertain { get; init; }

    /// <summary>The p-value after Holm's correction over all measures of the comparison.</summary>
    public double Adjusted { get; init; } = 1;

    /// <summary>What is said of it.</summary>
    public Change Change { get; init; } = Change.CannotTell;

    /// <summary>Whether anything was found that more trials would not take back.</summary>
    public bool IsTold => Change is not (Change.CannotTell or Change.Same);

    /// <summary>About how many trials in all would tell; null where none can be told, or none need be.</summary>
    public long? Needed { get; init; }

    /// <summary>Difference of the medians over trials; null where the measure is no mean, or there are too few trials.</summary>
    public Interval? OfMedians { get; init; }

    /// <summary>Difference of the 95th percentiles over trials; null where the measure is no mean, or there are too few trials.</summary>
    public Interval? OfP95 { get; init; }
}
