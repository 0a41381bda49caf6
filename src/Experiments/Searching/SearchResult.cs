using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>What a search found, and on what evidence.</summary>
/// <param name="Study">What was asked.</param>
/// <param name="Version">Version of the simulator.</param>
/// <param name="Designs">Every design, in the order of the space.</param>
/// <param name="Chosen">Those to choose from, the one to take first: one, or of several objectives the front and what may be on it. Empty where no design is proven to hold what must hold.</param>
/// <param name="Rounds">How many rounds of trials there were.</param>
/// <param name="Sure">About how probable it is that the chosen one is the best; null where there is none, or a front.</param>
public sealed record SearchResult(Study Study, string Version, IReadOnlyList<DesignResult> Designs, IReadOnlyList<DesignResult> Chosen, int Rounds, double? Sure)
{
    /// <summary>What was asked of the designs.</summary>
    public Search Search => Study.Search!;

    /// <summary>All trials that were spent.</summary>
    public int Trials => Designs.Sum(design => design.Trials);

    /// <summary>Whether one design is looked for rather than a front.</summary>
    public bool IsOne => Search.InOrder || Search.Minimise.Count == 1;
}

/// <summary>What a search found out about a design.</summary>
/// <param name="Number">Its number in the space, from 0.</param>
/// <param name="Values">The value of each knob, by its name.</param>
/// <param name="Trials">How often it was tried.</param>
/// <param name="Status">What the evidence says.</param>
/// <param name="Why">On what evidence, in a clause.</param>
/// <param name="Objectives">What is to be small, in the search's order; empty where it was not tried.</param>
/// <param name="Constraints">What must hold, in the search's order; empty where it was not tried.</param>
/// <param name="Settings">What a file would say to have it, a line a setting.</param>
public sealed record DesignResult(
    int Number, IReadOnlyList<string> Values, int Trials, DesignStatus Status, string Why, IReadOnlyList<Estimate> Objectives,
    IReadOnlyList<ExpectationResult> Constraints, IReadOnlyList<string> Settings)
{
    /// <summary>Its name: the values of its knobs.</summary>
    public string Name => string.Join(" + ", Values);
}

/// <summary>What the evidence says of a design.</summary>
public enum DesignStatus
{
    /// <summary>It holds what must hold, and no other is better, beyond doubt.</summary>
    Best,

    /// <summary>It holds what must hold, and cannot be told from another one, or from one that is not proven.</summary>
    Tied,

    /// <summary>It is not proven to hold what must hold, nor to miss it.</summary>
    Unproven,

    /// <summary>Another one is better, beyond doubt.</summary>
    Dominated,

    /// <summary>It misses what must hold, beyond doubt.</summary>
    Infeasible,

    /// <summary>Its values make no sound scenario together; it was not tried.</summary>
    Unsound,
}
