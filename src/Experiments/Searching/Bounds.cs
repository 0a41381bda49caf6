using Simulator.Experiments.Expectations;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>How many trials it takes to decide whether a sentence holds.</summary>
internal static class Bounds
{
    /// <summary>The fewest trials after which a sentence can be proven at all: 299 for an upper bound of a p99.</summary>
    internal static int Needed(Expectation sentence) => sentence.Statistic is not QuantileOfTrials quantile ? 2
        : sentence.Test.Limits.AreTwoSided ? OrderStatistics.NeededForInterval(quantile.Share)
        : OrderStatistics.Needed(quantile.Share, upper: sentence.Test.Limits.High is not null);

    /// <summary>About how many trials decide it, if what was seen so far goes on; infinite where it stands at the limit.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="values">The values of all trials so far.</param>
    /// <param name="judged">What they say.</param>
    internal static double ToDecide(Expectation sentence, TrialValues values, Judgement judged)
    {
        Limits limits = sentence.Test.Limits;
        bool holds = limits.Hold(judged.Estimate.Value);
        double fewest = holds ? Needed(sentence) : 2;
        if (sentence.Statistic is QuantileOfTrials quantile && !limits.AreTwoSided) return Math.Max(fewest, OfShare(quantile.Share, values, limits));
        double gap = limits.Distance(judged.Estimate.Value);
        if (judged.Estimate.Interval is not { } ends) return fewest;
        double half = (ends.High - ends.Low) / 2;
        return double.IsFinite(half) && double.IsFinite(gap) ? Math.Max(fewest, values.Trials * (half / gap) * (half / gap)) : fewest;
    }

    /// <summary>A quantile meets a limit where a large enough share of values does: so many trials tell that share from the one that is asked for.</summary>
    private static double OfShare(double asked, TrialValues values, Limits limits)
    {
        double needed = limits.High is not null ? asked : 1 - asked;
        int count = values.AtMost.Count, inside = values.AtMost.Count(limits.Hold);
        double gap = Math.Abs((double)inside / count - needed);
        double seen = (inside + 0.5) / (count + 1); // nothing seen is not never
        return gap == 0 ? double.PositiveInfinity : Scores.OneSided * Scores.OneSided * seen * (1 - seen) / (gap * gap);
    }
}
