using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>The mean over trials, or over the members of all trials.</summary>
public sealed record MeanOfTrials : Statistic
{
    /// <inheritdoc/>
    public override string Words => "mean";

    /// <inheritdoc/>
    public override Judgement Judge(TrialValues values, Limits limits)
    {
        Estimate mean = values.Mean;
        return Verdicts.Judge(mean, limits, values.Unit, "the mean", Needed(mean, limits, values.Independent), values.IndependentWord);
    }

    /// <summary>Trials after which the interval, which narrows with their root, is clear of the limits.</summary>
    private static long? Needed(Estimate mean, Limits limits, int trials)
    {
        if (trials < 2) return 2;
        double gap = limits.Distance(mean.Value);
        double? reach = limits.AreTwoSided ? mean.Interval?.High - mean.Value : mean.Upper - mean.Value;
        if (reach is not { } r || !double.IsFinite(r) || !double.IsFinite(gap) || gap <= 0) return null;
        return (long)Math.Max(trials + 1.0, Math.Min(Math.Ceiling(trials * (r / gap) * (r / gap)), 1e15));
    }
}
