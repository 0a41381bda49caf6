using Simulator.Models.Quantities;

namespace Simulator.Models;

/// <summary>How long bytes take on something that nobody else uses.</summary>
public static class Transfers
{
    /// <summary>Bytes over a rate, rounded up to the tick so that at its end all have been moved.</summary>
    /// <param name="bytes">Not negative.</param>
    /// <param name="rate">More than nothing.</param>
    public static TimeSpan Time(double bytes, DataRate rate) => TimeSpan.FromTicks((long)Math.Ceiling(bytes / rate.BytesPerSecond * TimeSpan.TicksPerSecond));

    /// <summary>What something took beyond the time that it takes alone; nothing where it did not.</summary>
    public static TimeSpan Beyond(TimeSpan alone, TimeSpan took) => took > alone ? took - alone : TimeSpan.Zero;
}
