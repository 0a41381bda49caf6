namespace Simulator.Experiments.Running;

/// <summary>How far a run is.</summary>
/// <param name="Variant">The variant that is being tried.</param>
/// <param name="Done">Trials that are done, over all variants.</param>
/// <param name="All">All trials.</param>
public readonly record struct Progress(string Variant, int Done, int All);
