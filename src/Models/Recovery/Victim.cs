using Simulator.Kernel;
using Simulator.Models.Tenants;

namespace Simulator.Models.Recovery;

/// <summary>A tenant that was deleted, or the part of it that one product keeps, and what has become of it.</summary>
public sealed class Victim
{
    /// <summary>Its number in the population.</summary>
    public required int Tenant { get; init; }

    /// <summary>What its data is kept in.</summary>
    public required Product Product { get; init; }

    /// <summary>The database it lives in.</summary>
    public required int Database { get; init; }

    /// <summary>The stay in whose database's backups its data is looked for: where it lives, or where it lived before it was moved.</summary>
    public Stay Source { get; set; }

    /// <summary>Its users.</summary>
    public required int Users { get; init; }

    /// <summary>Bytes of its data in the product.</summary>
    public required double Data { get; init; }

    /// <summary>Its tier, from 0 for the most important.</summary>
    public int Tier { get; init; }

    /// <summary>When it was deleted.</summary>
    public required Instant DeletedAt { get; init; }

    /// <summary>Until when the deletion can be undone; the moment itself where the data was deleted for good.</summary>
    public required Instant UndoableUntil { get; init; }

    /// <summary>All that was deleted of the tenant: itself, and its parts in other products.</summary>
    public required IReadOnlyList<Victim> Parts { get; init; }

    /// <summary>Whether it is there again.</summary>
    public bool IsBack { get; set; }

    /// <summary>Whether it was found that nothing is left to bring it back from.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether its customer looks, or has looked, at all of it.</summary>
    public bool IsBeingAccepted { get; set; }

    /// <summary>Whether the tenant is served again: all its parts are back.</summary>
    public bool IsWhole => Parts.All(part => part.IsBack);

    /// <summary>Tells its luck from that of other tenants, and of its other parts.</summary>
    internal ulong Luck => (uint)Tenant | (ulong)(uint)Product.Index << 40;
}
