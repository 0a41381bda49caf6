using Simulator.Kernel;

namespace Simulator.Models.Databases.Run;

/// <summary>A copy that should have stopped taking writes and goes on with those clients that still reach it.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="Writer">Who writes its log.</param>
/// <param name="Since">When another took over.</param>
/// <param name="Shared">The last byte that both have.</param>
internal sealed record Rival(Copy Copy, Writer Writer, Instant Since, double Shared);
