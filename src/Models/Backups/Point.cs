using Simulator.Kernel;

namespace Simulator.Models.Backups;

/// <summary>One point of a layer: a function of its number.</summary>
/// <param name="Index">Its number within the layer.</param>
/// <param name="Cut">When it was cut.</param>
/// <param name="Moment">The moment whose data it shows.</param>
/// <param name="Arrives">When it arrives in its store.</param>
/// <param name="Until">When its retention ends.</param>
public sealed record Point(long Index, Instant Cut, Instant Moment, Instant Arrives, Instant Until);
