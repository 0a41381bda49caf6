using Simulator.Kernel;
using Simulator.Models.Databases.Log;

namespace Simulator.Models.Backups.Cutting;

/// <summary>Cuts where the log reaches multiples of a size: at whatever moment that is.</summary>
/// <param name="log">The log.</param>
/// <param name="segment">The size, in bytes.</param>
/// <param name="phase">Where the first piece of the run ends, in [0, segment).</param>
public sealed class SegmentCuts(WrittenLog log, double segment, double phase) : Cuts
{
    /// <inheritdoc/>
    public override Instant At(long index) => log.MomentOf(phase + index * segment);

    /// <inheritdoc/>
    public override long? Newest(Instant notAfter)
    {
        long index = (long)Math.Floor((log.At(notAfter) - phase) / segment);
        // The two directions of the log's clock agree but for their last bits.
        while (At(index) > notAfter) index--;
        while (At(index + 1) <= notAfter) index++;
        return index;
    }
}
