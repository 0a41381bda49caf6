namespace Simulator.Experiments.Results;

/// <summary>What surrounds the simulator failed: the disk is full, or there is no right to write. Neither the scenario nor the simulator is wrong.</summary>
/// <param name="message">What could not be done, where, and why.</param>
/// <param name="cause">What the system said.</param>
public sealed class SurroundingsException(string message, Exception cause) : Exception(message, cause);
