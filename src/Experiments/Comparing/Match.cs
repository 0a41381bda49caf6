using Simulator.Experiments.Running;

namespace Simulator.Experiments.Comparing;

/// <summary>Two sides that are compared.</summary>
/// <param name="Name">What tells the pair from others of the same comparison; empty where it is the only one.</param>
/// <param name="A">The first side: how it was, or is.</param>
/// <param name="B">The second side: how it is now, or might be.</param>
public sealed record Match(string Name, Side A, Side B)
{
    /// <summary>Why the trials of both sides cannot be paired, though each met the same luck as its namesake would; null where they can.</summary>
    public string? WhyNotPaired =>
        A.HasSummariesOnly || B.HasSummariesOnly ? $"of {(A.HasSummariesOnly ? A : B).Name} only summaries are stored"
        : A.Seed != B.Seed ? $"the seeds differ ({A.Seed} and {B.Seed})"
        : A.Stored is { } a && B.Stored is { } b && a != b ? $"there are {a} trials on one side and {b} on the other"
        : null;

    /// <summary>How many trials both sides have at a look; those that are stored decide.</summary>
    internal int TrialsAt(int look) => A.Stored ?? B.Stored ?? look;

    /// <summary>The trials of both sides at a look.</summary>
    internal (ISideTrials A, ISideTrials B) At(int look) => (A.First(TrialsAt(look)), B.First(TrialsAt(look)));
}

/// <summary>How sides are compared.</summary>
/// <param name="Asked">The measures; empty for all that both sides have and that are worth it.</param>
/// <param name="IsWorthIt">Whether a measure that nobody asked for is compared.</param>
public sealed record ComparisonQuestion(IReadOnlyList<Asked> Asked, Func<TrialColumn, bool> IsWorthIt)
{
    /// <summary>How sure verdicts are, all measures together, in (0, 1).</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>By what share of A's figure B may be worse and still count as no worse; 0 where any difference counts.</summary>
    public double Margin { get; init; }

    /// <summary>Whether differences of the medians and the 95th percentiles are wanted beside those of means.</summary>
    public bool WithQuantiles { get; init; } = true;

    /// <summary>The numbers of trials at which is looked, ascending.</summary>
    public required IReadOnlyList<int> Looks { get; init; }
}
