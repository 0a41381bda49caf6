using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>Holds an estimate against limits: met if the 95 % bound meets them, breached if the opposite bound misses them, else undecided.</summary>
public static class Verdicts
{
    /// <summary>What the bounds of an estimate say.</summary>
    /// <param name="estimate">The estimate; between two limits its two-sided interval counts, else its one-sided bounds.</param>
    /// <param name="limits">The limits.</param>
    public static Verdict Of(Estimate estimate, Limits limits)
    {
        (double? lower, double? upper) = BoundsOf(estimate, limits);
        if ((lower is { } l && limits.AreBelow(l)) || (upper is { } u && limits.AreAbove(u))) return Verdict.Breached;
        bool highMet = limits.High is null || (upper is { } u2 && !limits.AreBelow(u2));
        bool lowMet = limits.Low is null || (lower is { } l2 && !limits.AreAbove(l2));
        return highMet && lowMet ? Verdict.Met : Verdict.NotEnoughEvidence;
    }

    /// <summary>The verdict with its reason.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="what">What the figure is, in words: "p99".</param>
    /// <param name="needed">About how many trials would decide it; null where no number can be told.</param>
    /// <param name="of">What is needed more of: trials, or draws of what is uncertain.</param>
    public static Judgement Judge(Estimate estimate, Limits limits, string unit, string what, long? needed, string of = "trials")
    {
        Verdict verdict = Of(estimate, limits);
        (double? lower, double? upper) = BoundsOf(estimate, limits);
        string reason = verdict != Verdict.NotEnoughEvidence ? $"95 % sure that {what} is {Proof(verdict, limits, lower, upper, unit)}"
            : lower is null && upper is null ? $"no bound on {what} exists yet; {Needed(needed, of)}"
            : $"95 % sure only that {what} is {Range(lower, upper, unit)}; {Needed(needed, of)}";
        return new Judgement(verdict, estimate, unit, reason);
    }

    private static (double? Lower, double? Upper) BoundsOf(Estimate estimate, Limits limits) =>
        limits.AreTwoSided ? (estimate.Interval?.Low, estimate.Interval?.High) : (estimate.Lower, estimate.Upper);

    private static string Proof(Verdict verdict, Limits limits, double? lower, double? upper, string unit)
    {
        if (limits.AreTwoSided) return Range(lower, upper, unit);
        bool fromAbove = limits.High is not null == (verdict == Verdict.Met);
        return fromAbove ? Range(null, upper, unit) : Range(lower, null, unit);
    }

    private static string Range(double? lower, double? upper, string unit) => (lower, upper) switch
    {
        (null, null) => "unknown",
        (null, { } u) => $"at most {Figures.Say(u, unit)}",
        ({ } l, null) => $"at least {Figures.Say(l, unit)}",
        ({ } l, { } u) => l.Equals(u) ? Figures.Say(l, unit) : $"between {Figures.Say(l, unit)} and {Figures.Say(u, unit)}",
    };

    private static string Needed(long? needed, string of) => needed is { } n
        ? $"about {Figures.Count(n)} {of} are needed"
        : $"it is at the limit, which no number of {of} can tell apart";
}
