using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Arithmetic;

namespace Simulator.Experiments.Expectations;

/// <summary>Every trial must meet the limits: the standard where a sentence names no statistic.</summary>
public sealed record EveryTrial : Statistic
{
    /// <inheritdoc/>
    public override string Words => "";

    /// <inheritdoc/>
    public override Judgement Judge(TrialValues values, Limits limits)
    {
        int met = 0, missed = 0;
        for (int i = 0; i < values.AtLeast.Count; i++)
        {
            if (limits.AreBelow(values.AtLeast[i]) || limits.AreAbove(values.AtMost[i])) missed++;
            else if (limits.Hold(values.AtLeast[i]) && limits.Hold(values.AtMost[i])) met++;
        }

        int all = values.AtLeast.Count;
        Verdict verdict = missed > 0 ? Verdict.Breached : met == all ? Verdict.Met : Verdict.NotEnoughEvidence;
        return new Judgement(verdict, Worst(values, limits), values.Unit, Reason(values, verdict, all, met, missed));
    }

    private static string Reason(TrialValues values, Verdict verdict, int all, int met, int missed)
    {
        string members = values.ArePooled ? $" values of {Figures.Count(values.Trials)} trials" : " trials";
        return verdict switch
        {
            Verdict.Breached => $"missed in {Figures.Count(missed)} of {Figures.Count(all)}{members}",
            Verdict.NotEnoughEvidence => $"in {Figures.Count(all - met)} of {Figures.Count(all)}{members} the run ended first; a longer run is needed",
            _ when values.AreAlike && values.Trials > 1 => $"met in all {Figures.Count(values.Trials)} trials, which chance does not touch",
            _ => $"met in all {Figures.Count(values.Trials)} trials: "
                + $"95 % sure that at most {Figures.Say(Unseen(values.Independent), "share")} of trials can miss it",
        };
    }

    /// <summary>The largest share of misses that shows no miss in so many trials 5 times in 100 (Clopper and Pearson, 1934).</summary>
    private static double Unseen(int trials) => 1 - PureMath.Pow(1 - Estimate.OneSided, 1.0 / trials);

    /// <summary>The value that is furthest out: no estimate, but a fact of these trials.</summary>
    private static Estimate Worst(TrialValues values, Limits limits)
    {
        double high = values.AtMost.Max(), low = values.AtLeast.Min();
        double above = limits.High is { } most ? high - most : double.NegativeInfinity;
        double below = limits.Low is { } least ? least - low : double.NegativeInfinity;
        return new Estimate(above >= below ? high : low, null, null, null);
    }
}
