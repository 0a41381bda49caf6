using Simulator.Kernel;

namespace Simulator.Models.Backups;

/// <summary>Something that was deleted for good, so that every copy of it has to go.</summary>
/// <param name="What">What, in words.</param>
/// <param name="At">When.</param>
public sealed record Erased(string What, Instant At)
{
    /// <summary>Whether it is the whole database: then no deletion in its log reaches the copies that are left.</summary>
    public bool IsAll { get; init; }
}
