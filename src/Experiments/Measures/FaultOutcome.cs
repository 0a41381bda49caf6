using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>When a fault began, and when somebody knew. A fault that strikes again counts each time.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Began">When it began.</param>
public sealed record FaultOutcome(string Name, Instant Began)
{
    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>When it was noticed; null if it was not by the end of the run.</summary>
    public Instant? Noticed { get; internal set; }
}
