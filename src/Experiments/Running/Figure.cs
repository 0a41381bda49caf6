using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Running;

/// <summary>A measure of a subject.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Subject">Of what.</param>
public sealed record Figure(Measure Measure, Subject Subject);
