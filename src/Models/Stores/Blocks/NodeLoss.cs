namespace Simulator.Models.Stores.Blocks;

/// <summary>What happens to nodes of a block store.</summary>
public enum NodeLoss
{
    /// <summary>They are cut off from the others and from clients, and work on.</summary>
    CutOff,

    /// <summary>They stop, and come back with what is on their disks.</summary>
    Stopped,

    /// <summary>What is on them is gone.</summary>
    Destroyed,
}

/// <summary>What the loss of a share of the nodes means for volumes whose copies stand on nodes drawn at random.</summary>
/// <param name="Some">The share of whole volumes that lose some of their copies, but not all: 1 - (1 - c)^n - c^n.</param>
/// <param name="All">The share of whole volumes that lose all: c^n.</param>
/// <param name="Last">The share of volumes that lack one copy already and lose all the others: c^(n - 1).</param>
public readonly record struct Reached(double Some, double All, double Last)
{
    /// <summary>For so many copies and such a share of the nodes, of which there are many.</summary>
    /// <param name="copies">Copies of a volume.</param>
    /// <param name="share">Share of the nodes, in [0, 1].</param>
    public static Reached Of(int copies, double share)
    {
        double none = 1, last = 1;
        for (int copy = 1; copy <= copies; copy++)
        {
            none *= 1 - share;
            if (copy < copies) last *= share;
        }
        return new Reached(Math.Max(0, 1 - none - last * share), last * share, last);
    }
}
