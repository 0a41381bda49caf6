using Simulator.Experiments;

namespace Simulator.ScenarioFiles.Moving;

/// <summary>A scenario in which one input has another value than in its file.</summary>
/// <param name="Path">Dotted path of the input.</param>
/// <param name="From">What the file says.</param>
/// <param name="To">What it says instead.</param>
/// <param name="Study">The study with that.</param>
public sealed record MovedInput(string Path, string From, string To, Study Study);
