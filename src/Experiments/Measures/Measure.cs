namespace Simulator.Experiments.Measures;

/// <summary>Something that can be said of a trial in numbers: a pure function of what it came to.</summary>
/// <param name="Word">Its word in expectations and reports.</param>
/// <param name="Unit">Unit of its values: "s", "writes", "B", "share", "count", "1/d", "ratio"; "money" for the currency of the scenario's prices.</param>
/// <param name="Takes">What it can be taken of.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Of">Its values in one trial, one a member of the subject.</param>
public sealed record Measure(string Word, string Unit, Subjects Takes, string Meaning, Func<Outcome, Subject, Members> Of)
{
    /// <summary>How the members of a trial may be reduced; empty where there is one value a trial.</summary>
    public IReadOnlyList<Reduce> Reductions { get; init; } = [];

    /// <summary>Which reductions a summary shows unasked.</summary>
    public IReadOnlyList<Reduce> Shown { get; init; } = [Reduce.Each];

    /// <summary>The reduced value of a trial in which the subject was not hit; null where there is none.</summary>
    public double? IfNone { get; init; } = 0;

    /// <summary>The share over time behind the measure; null where it is no share over time.</summary>
    public Func<Outcome, Subject, Steps>? OverTime { get; init; }

    /// <summary>What a summary takes it of unasked, given what a trial came to.</summary>
    public required Func<Outcome, IEnumerable<Subject>> Natural { get; init; }

    /// <summary>Whether a trial has more than one value, so that they must be pooled or reduced.</summary>
    public bool HasMembers => Reductions.Count > 0;
}
