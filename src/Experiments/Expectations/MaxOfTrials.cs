using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>The largest value of these trials: a fact about them, not an estimate of the worst that can happen.</summary>
public sealed record MaxOfTrials : Statistic
{
    /// <inheritdoc/>
    public override string Words => "max";

    /// <inheritdoc/>
    public override Judgement Judge(TrialValues values, Limits limits)
    {
        Estimate max = values.Max;
        Verdict verdict = Verdicts.Of(max, limits);
        string reason = verdict == Verdict.NotEnoughEvidence
            ? "the run ended before the largest value was known; a longer run is needed"
            : $"the largest value of {Figures.Count(values.Trials)} trials is {Figures.Say(max.Value, values.Unit)}";
        return new Judgement(verdict, max, values.Unit, reason);
    }
}
