namespace Simulator.Experiments.Searching;

/// <summary>How a design stands among all others after so many trials.</summary>
/// <param name="Place">What the evidence says of it.</param>
/// <param name="Rival">The number of the design that it is dominated by, or that it cannot be told from; -1 where there is none.</param>
public readonly record struct Standing(Place Place, int Rival);

/// <summary>What the evidence says of a design.</summary>
public enum Place
{
    /// <summary>It misses something that must hold, beyond doubt.</summary>
    Infeasible,

    /// <summary>Another design, proven to hold what must hold, is better beyond doubt: of several objectives in all in which they differ.</summary>
    Dominated,

    /// <summary>It is the same in every trial as another design that is proven to hold what must hold, and is not proven itself.</summary>
    Needless,

    /// <summary>No other design that may be feasible is better, beyond doubt.</summary>
    Best,

    /// <summary>Another design may be better, or is not proven to be worse.</summary>
    Open,
}
