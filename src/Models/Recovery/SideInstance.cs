using Simulator.Kernel;
using Simulator.Models.Backups;

namespace Simulator.Models.Recovery;

/// <summary>A copy of a database beside the live one, restored to a past moment; it can only be rolled forward.</summary>
/// <param name="Points">The restore point of each of the database's tenants in the batch, in their order; null where nothing is left.</param>
/// <param name="Position">Up to where it has been rolled.</param>
public sealed record SideInstance(IReadOnlyList<RestorePoint?> Points, Instant Position)
{
    /// <summary>Up to where it has been rolled.</summary>
    public Instant Position { get; set; } = Position;
}
