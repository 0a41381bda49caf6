using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>Data per time. Bits and bytes differ: 8 Mbit/s is 1 MB/s; <c>Mbps</c> is taken as <c>Mbit/s</c>, as it is everywhere.</summary>
/// <param name="BytesPerSecond">Bytes per second, 0 or more.</param>
public readonly record struct DataRate(double BytesPerSecond) : IComparable<DataRate>
{
    private static readonly Units s_units = new(
        "a data rate", "5 MB/s", "a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s", Factors(), "10000 PB/s");

    /// <summary>No flow.</summary>
    public static readonly DataRate Zero;

    /// <summary>Reads <c>5 MB/s</c>, <c>10 Gbit/s</c>, <c>3 GB/d</c>; the problem names the units there are.</summary>
    public static Parsed<DataRate> Parse(string text) => s_units.Parse(text).Then(rate => Parsed.Ok(new DataRate(rate)));

    /// <summary>Less than.</summary>
    public static bool operator <(DataRate a, DataRate b) => a.BytesPerSecond < b.BytesPerSecond;

    /// <summary>More than.</summary>
    public static bool operator >(DataRate a, DataRate b) => a.BytesPerSecond > b.BytesPerSecond;

    /// <summary>At most.</summary>
    public static bool operator <=(DataRate a, DataRate b) => a.BytesPerSecond <= b.BytesPerSecond;

    /// <summary>At least.</summary>
    public static bool operator >=(DataRate a, DataRate b) => a.BytesPerSecond >= b.BytesPerSecond;

    /// <inheritdoc/>
    public int CompareTo(DataRate other) => BytesPerSecond.CompareTo(other.BytesPerSecond);

    /// <summary>In bytes per second with the unit chosen by magnitude, to three places: <c>4.2 MB/s</c>.</summary>
    public override string ToString() => new DataSize(BytesPerSecond) + "/s";

    private static Dictionary<string, (decimal Times, decimal Per)> Factors()
    {
        var factors = new Dictionary<string, (decimal, decimal)>();
        foreach ((string per, decimal seconds) in Frequency.Periods)
            foreach ((string word, double bytes) in DataSize.Words)
                factors.Add(word + per, ((decimal)bytes, seconds));
        foreach ((string prefix, decimal bytes) in new[] { ("k", 125m), ("M", 125_000m), ("G", 125_000_000m) })
        {
            factors.Add(prefix + "bit/s", (bytes, 1));
            factors.Add(prefix + "bps", (bytes, 1));
        }
        return factors;
    }
}
