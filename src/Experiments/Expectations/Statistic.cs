using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>What is made of the values of all trials before they are held against limits.</summary>
public abstract record Statistic
{
    /// <summary>Its words in a sentence: "p99"; empty where every trial must meet the limits.</summary>
    public abstract string Words { get; }

    /// <summary>The figure itself, held against nothing.</summary>
    /// <param name="values">The values of all trials; at least one.</param>
    public Estimate Of(TrialValues values) => Judge(values, Limits.None).Estimate;

    /// <summary>Holds values against limits.</summary>
    /// <param name="values">The values of all trials; at least one.</param>
    /// <param name="limits">The limits.</param>
    public abstract Judgement Judge(TrialValues values, Limits limits);
}

/// <summary>What the evidence says, and why.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Estimate">The figure and its bounds.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Reason">One clause for people.</param>
public readonly record struct Judgement(Results.Verdict Verdict, Estimate Estimate, string Unit, string Reason);
