using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>A design as the ranking sees it: it can be tried, and tells what its trials gave.</summary>
public interface IContestant
{
    /// <summary>How often it was tried.</summary>
    int Trials { get; }

    /// <summary>Whether chance touches nothing in it, so that more trials would tell nothing.</summary>
    bool IsCertain { get; }

    /// <summary>What is to be small, one value an objective.</summary>
    IReadOnlyList<Score> Scores { get; }

    /// <summary>What must hold.</summary>
    IReadOnlyList<Holding> Holdings { get; }

    /// <summary>Tries it until it was tried so often.</summary>
    /// <param name="trials">How often in all.</param>
    /// <param name="cancellation">Stops between trials.</param>
    void Try(int trials, CancellationToken cancellation);
}

/// <summary>An objective's value.</summary>
/// <param name="Estimate">The value and its bounds.</param>
/// <param name="PerTrial">Values of trials whose mean it is, in trial order, so that two designs can be compared trial by trial; null where it is no mean of one value a trial.</param>
public readonly record struct Score(Estimate Estimate, IReadOnlyList<double>? PerTrial);

/// <summary>How it stands with something that must hold.</summary>
/// <param name="Result">The verdict on the sentence.</param>
/// <param name="Looks">Whether the estimate is inside of the limits, whatever its bounds say.</param>
/// <param name="ToDecide">About how many trials decide it; infinite where it stands at the limit.</param>
public readonly record struct Holding(ExpectationResult Result, bool Looks, double ToDecide);
