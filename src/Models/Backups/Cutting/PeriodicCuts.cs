using Simulator.Kernel;

namespace Simulator.Models.Backups.Cutting;

/// <summary>Cuts at <c>offset + k · every</c> for all whole k: what would have been cut before the run was.</summary>
/// <param name="every">More than nothing.</param>
/// <param name="offset">When cut 0 is.</param>
public sealed class PeriodicCuts(TimeSpan every, TimeSpan offset) : Cuts
{
    /// <inheritdoc/>
    public override Instant At(long index)
    {
        Int128 ticks = (Int128)index * every.Ticks + offset.Ticks;
        return ticks >= long.MaxValue ? Instant.Never : ticks <= long.MinValue ? new Instant(long.MinValue) : new Instant((long)ticks);
    }

    /// <inheritdoc/>
    public override long? Newest(Instant notAfter)
    {
        Int128 since = (Int128)notAfter.Ticks - offset.Ticks;
        Int128 index = since / every.Ticks;
        return (long)(since < 0 && index * every.Ticks != since ? index - 1 : index);
    }
}
