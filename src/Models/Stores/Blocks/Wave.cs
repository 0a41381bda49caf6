using Simulator.Kernel;
using Simulator.Models.Faults;

namespace Simulator.Models.Stores.Blocks;

/// <summary>Volumes that one fault has cut off from some of their copies, or from all.</summary>
/// <param name="fault">The fault.</param>
/// <param name="how">What happened to the nodes.</param>
/// <param name="reached">What that means for volumes.</param>
/// <param name="waiting">How many whole volumes lost contact with some of their copies.</param>
/// <param name="away">How many whole volumes are out of reach.</param>
internal sealed class Wave(Occurrence fault, NodeLoss how, Reached reached, double waiting, double away)
{
    public Occurrence Fault => fault;

    public NodeLoss How => how;

    public Reached Reached => reached;

    /// <summary>How many have not given up their copy.</summary>
    public double Waiting { get; set; } = waiting;

    /// <summary>How many are out of reach until the fault ends.</summary>
    public double Away => away;

    /// <summary>Whether the nodes are there again.</summary>
    public Condition IsOver { get; } = new();

    /// <summary>Whether they have given up their copies.</summary>
    public bool HasGivenUp { get; set; }

    /// <summary>The volumes of databases among those that wait, by their position.</summary>
    public List<HitVolume> WaitingVolumes { get; } = [];

    /// <summary>The volumes of databases among those that are out of reach.</summary>
    public List<HitVolume> AwayVolumes { get; } = [];
}

/// <summary>One volume of a striped database that something has happened to.</summary>
/// <param name="stripe">The database.</param>
/// <param name="number">Which of its volumes.</param>
internal sealed class HitVolume(Stripe stripe, int number)
{
    public Stripe Stripe => stripe;

    public int Number => number;

    /// <summary>Its place: among those that wait as a share of them, in [0, 1); in a line the position there.</summary>
    public double Position { get; set; }

    /// <summary>Whether it takes no reads and writes.</summary>
    public bool IsStuck { get; set; }
}
