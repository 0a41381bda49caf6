using Simulator.Kernel;

namespace Simulator.Models.Recovery;

/// <summary>A tenant that was deleted, and what has become of it.</summary>
public sealed class Victim
{
    /// <summary>Its number in the population.</summary>
    public required int Tenant { get; init; }

    /// <summary>The database it lives in.</summary>
    public required int Database { get; init; }

    /// <summary>Its users.</summary>
    public required int Users { get; init; }

    /// <summary>Bytes of its data.</summary>
    public required double Data { get; init; }

    /// <summary>Its tier, from 0 for the most important.</summary>
    public int Tier { get; init; }

    /// <summary>When it was deleted.</summary>
    public required Instant DeletedAt { get; init; }

    /// <summary>Until when the deletion can be undone; the moment itself where the data was deleted for good.</summary>
    public required Instant UndoableUntil { get; init; }

    /// <summary>Whether it is served again.</summary>
    public bool IsBack { get; set; }

    /// <summary>Whether it was found that nothing is left to bring it back from.</summary>
    public bool IsLost { get; set; }
}
