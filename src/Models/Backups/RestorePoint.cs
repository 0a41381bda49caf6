using Simulator.Kernel;

namespace Simulator.Models.Backups;

/// <summary>A past moment to which a database can be brought back, and what that takes.</summary>
/// <param name="At">The moment.</param>
/// <param name="Base">
/// When the full copy was cut that has to be restored first and rolled forward to <paramref name="At"/>; null where the point can be read as it is.
/// </param>
/// <param name="Store">The store that the full copy is read from; empty where there is none to read.</param>
/// <param name="Source">The backups it is made of, in words: "daily + log".</param>
public sealed record RestorePoint(Instant At, Instant? Base, string Store, string Source);
