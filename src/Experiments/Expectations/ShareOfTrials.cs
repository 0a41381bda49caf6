using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>The share of trials whose value fulfils a condition.</summary>
/// <param name="Condition">The condition.</param>
public sealed record ShareOfTrials(Limits Condition) : Statistic
{
    private const double OneSidedScore = 1.645, EachSideScore = 1.96;

    /// <inheritdoc/>
    public override string Words => "share of trials with";

    /// <inheritdoc/>
    public override Judgement Judge(TrialValues values, Limits limits)
    {
        int surely = 0, perhaps = 0;
        for (int i = 0; i < values.AtLeast.Count; i++)
        {
            if (Condition.Hold(values.AtLeast[i]) && Condition.Hold(values.AtMost[i])) surely++;
            if (!Condition.AreBelow(values.AtLeast[i]) && !Condition.AreAbove(values.AtMost[i])) perhaps++;
        }

        int trials = values.AtLeast.Count;
        Estimate share = values.AreAlike && trials > 1 && surely == perhaps ? Estimate.Certain((double)surely / trials) : Wilson.Share(surely, perhaps, trials, values.EffectiveTrials((low, high) => Condition.Hold(low) && Condition.Hold(high)));
        return Verdicts.Judge(share, limits, "share", "the share of trials", Needed(share.Value, limits, values.Independent), values.IndependentWord);
    }

    private static long? Needed(double share, Limits limits, int trials)
    {
        double gap = limits.Distance(share);
        if (gap <= 0) return null;
        double limit = limits.High is { } high && Math.Abs(share - high).Equals(gap) ? high : limits.Low ?? 0;
        double score = limits.AreTwoSided ? EachSideScore : OneSidedScore;
        return (long)Math.Max(trials + 1.0, Math.Min(Math.Ceiling(score * score * limit * (1 - limit) / (gap * gap)), 1e15));
    }
}
