namespace Simulator.Experiments.Searching;

/// <summary>By which rules designs are ranked and trials shared out.</summary>
/// <param name="InOrder">Whether the first objective decides, and the next only between designs that are equal in those before it.</param>
/// <param name="Indifference">A difference that does not matter, as a share of the smaller value.</param>
/// <param name="Trials">How many trials there are.</param>
public sealed record Rules(bool InOrder, double Indifference, SearchTrials Trials);
