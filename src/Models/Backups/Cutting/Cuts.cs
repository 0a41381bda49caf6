using Simulator.Kernel;

namespace Simulator.Models.Backups.Cutting;

/// <summary>The moments at which a layer's points are cut, by number; they are computed, never listed.</summary>
public abstract class Cuts
{
    /// <summary>When a point is cut; never where there is none of this number.</summary>
    public abstract Instant At(long index);

    /// <summary>The number of the newest cut that is not after a moment; null where there is none.</summary>
    public abstract long? Newest(Instant notAfter);

    /// <summary>The number of the cut before; null where there is none.</summary>
    public virtual long? Before(long index) => index - 1;

    /// <summary>The number of the cut after; null where there is none.</summary>
    public virtual long? After(long index) => index + 1;
}
