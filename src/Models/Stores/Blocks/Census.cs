namespace Simulator.Models.Stores.Blocks;

/// <summary>Where the volumes of a block store are: each in exactly one state. A population, so these are no whole numbers.</summary>
/// <param name="Mirrored">They have all their copies.</param>
/// <param name="Waiting">They lack a copy and have not given it up, or found no room for another and go on all the same.</param>
/// <param name="Rebuilding">They found room at once, go on, and are copied, or wait for their turn.</param>
/// <param name="Stuck">They take no reads and writes: they found no room at first and are not copied yet, are out of reach, or need hands.</param>
/// <param name="Held">They have all their copies again, and take no reads and writes until the control plane has chosen which of them is written to.</param>
/// <param name="Lost">No copy is left.</param>
public readonly record struct Census(double Mirrored, double Waiting, double Rebuilding, double Stuck, double Held, double Lost)
{
    /// <summary>All of them.</summary>
    public double All => Mirrored + Waiting + Rebuilding + Stuck + Held + Lost;
}
