using System.Globalization;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>A quantile over trials, or over the members of all trials.</summary>
/// <param name="Share">Which, in (0, 1): 0.99 for p99.</param>
public sealed record QuantileOfTrials(double Share) : Statistic
{
    private const double OneSidedScore = 1.645, EachSideScore = 1.96;

    /// <inheritdoc/>
    public override string Words => "p" + (Math.Round(Share * 100, 9)).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override Judgement Judge(TrialValues values, Limits limits) =>
        Verdicts.Judge(values.Quantile(Share), limits, values.Unit, Words, Needed(values, limits), values.IndependentWord);

    /// <summary>
    /// Trials after which the bound exists and, if the share inside the limits stays what it is, is clear of them (normal approximation).
    /// </summary>
    private long? Needed(TrialValues values, Limits limits)
    {
        long exists = limits.AreTwoSided ? OrderStatistics.NeededForInterval(Share) : OrderStatistics.Needed(Share, limits.High is not null);
        if (values.Independent < exists) return exists;
        double gap = Math.Min(Gap(values, limits.High), Gap(values, limits.Low));
        if (gap < 1e-9) return null;
        double score = limits.AreTwoSided ? EachSideScore : OneSidedScore;
        double needed = Math.Ceiling(score * score * Share * (1 - Share) / (gap * gap));
        return (long)Math.Max(Math.Max(exists, values.Independent + 1.0), Math.Min(needed, 1e15));
    }

    private double Gap(TrialValues values, double? limit) => limit is { } at
        ? Math.Abs((double)values.AtMost.Count(v => v <= at) / values.AtMost.Count - Share)
        : double.PositiveInfinity;
}
