using Simulator.Models.Quantities;

namespace Simulator.Models;

/// <summary>How long bytes take on something that nobody else uses.</summary>
public static class Transfers
{
    /// <summary>Bytes over a rate, rounded up to the tick so that at its end all have been moved.</summary>
    /// <param name="bytes">Not negative.</param>
    /// <param name="rate">More than nothing.</param>
    public static TimeSpan Time(double bytes, DataRate rate) => TimeSpan.FromTicks((long)Math.Ceiling(bytes / rate.BytesPerSecond * TimeSpan.TicksPerSecond));
}
