using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Results;

/// <summary>How much of the spread of a figure is ignorance and how much luck, and what would lessen the first.</summary>
/// <param name="Measure">The measure's word: "loss".</param>
/// <param name="Subject">Of what: "worst site".</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Column">Head of its column in the trials' table.</param>
/// <param name="Split">The two variances; null where they cannot be told, because a trial has no finite value.</param>
/// <param name="Inputs">The inputs, those that are worth measuring first before the others; none where nothing differs between draws but by luck.</param>
public sealed record Ignorance(string Measure, string Subject, string Unit, string Column, VarianceSplit? Split, IReadOnlyList<InputShare> Inputs)
{
    /// <summary>"loss of worst site".</summary>
    public string Figure => Subject.Length == 0 ? Measure : $"{Measure} of {Subject}";
}

/// <summary>Which part of the variance between draws an input explains alone: so much of it would go, on average, if the input were measured.</summary>
/// <param name="Path">The input.</param>
/// <param name="Share">The share, in [0, 1].</param>
/// <param name="Interval">Its 95 % interval.</param>
public sealed record InputShare(string Path, double Share, Interval? Interval);
