using Simulator.Kernel;

namespace Simulator.Models.Backups.Moving;

/// <summary>How a point is meant to get where it is kept.</summary>
/// <param name="Begins">When it begins to move.</param>
/// <param name="Takes">How long it moves where nothing else holds it back.</param>
/// <param name="Bytes">How much it is.</param>
internal readonly record struct Trip(Instant Begins, TimeSpan Takes, double Bytes)
{
    /// <summary>When it arrives where nothing else holds it back.</summary>
    public Instant Arrives => Begins + Takes;

    /// <summary>What it moves at most, bytes a second.</summary>
    public double Pace => Takes == TimeSpan.Zero ? double.PositiveInfinity : Bytes / Takes.TotalSeconds;
}
