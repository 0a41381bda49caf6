using Simulator.Kernel;

namespace Simulator.Models;

/// <summary>What is left of a trial.</summary>
/// <param name="Facts">What happened, oldest first.</param>
/// <param name="Fingerprint">Fold of all its events: equal for equal trials.</param>
/// <param name="Events">How many events it took.</param>
public sealed record TrialRecord(IReadOnlyList<Fact> Facts, ulong Fingerprint, long Events)
{
    /// <summary>Its events one by one; null where nobody asked for them.</summary>
    public EventTrace? Trace { get; init; }
}
