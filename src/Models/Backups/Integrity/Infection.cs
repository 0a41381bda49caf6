using Simulator.Kernel;

namespace Simulator.Models.Backups.Integrity;

/// <summary>A time in which what backups are cut from is bad.</summary>
/// <param name="Source">The copy that they are read from; empty for all of them. A log is read from no disk but as it is written, so it is good then.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; never while it lasts.</param>
/// <param name="Clean">The share of the points cut meanwhile that are good all the same.</param>
internal readonly record struct Infection(string Source, Instant From, Instant To, double Clean);
