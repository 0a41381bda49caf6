using Simulator.Experiments;

namespace Simulator.ScenarioFiles;

/// <summary>What became of reading a scenario file.</summary>
/// <param name="Study">The study; null where anything was wrong.</param>
/// <param name="Problems">Everything that was wrong, in the order of the file; empty where there is a study.</param>
public sealed record ReadStudy(Study? Study, IReadOnlyList<Problem> Problems);
