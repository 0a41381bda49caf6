using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>An amount of data. Decimal and binary prefixes differ: 1 MB is 10^6 B, 1 MiB is 2^20 B.</summary>
/// <param name="Bytes">Bytes, 0 or more; fractions occur where data flows.</param>
public readonly record struct DataSize(double Bytes) : IComparable<DataSize>
{
    /// <summary>Unit words and how many bytes each is, largest first within each kind of prefix.</summary>
    internal static readonly (string Word, double Bytes)[] Words =
    [
        ("PB", 1e15), ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("B", 1),
        ("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10),
    ];

    private static readonly Units s_units = new(
        "a size", "50 GB", "one of B kB MB GB TB PB KiB MiB GiB TiB",
        Words.ToDictionary(word => word.Word, word => ((decimal)word.Bytes, 1m)), "10000 PB");

    /// <summary>Nothing.</summary>
    public static readonly DataSize Zero;

    /// <summary>Reads <c>50 GB</c>; the problem names the units there are.</summary>
    public static Parsed<DataSize> Parse(string text) => s_units.Parse(text).Then(bytes => Parsed.Ok(new DataSize(bytes)));

    /// <summary>Less than.</summary>
    public static bool operator <(DataSize a, DataSize b) => a.Bytes < b.Bytes;

    /// <summary>More than.</summary>
    public static bool operator >(DataSize a, DataSize b) => a.Bytes > b.Bytes;

    /// <summary>At most.</summary>
    public static bool operator <=(DataSize a, DataSize b) => a.Bytes <= b.Bytes;

    /// <summary>At least.</summary>
    public static bool operator >=(DataSize a, DataSize b) => a.Bytes >= b.Bytes;

    /// <inheritdoc/>
    public int CompareTo(DataSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>In the largest decimal unit of which it is at least one, to three places: <c>1.36 TB</c>.</summary>
    public override string ToString()
    {
        double bytes = Math.Abs(Bytes);
        (string word, double size) = Words.Take(6).FirstOrDefault(word => bytes >= word.Bytes, ("B", 1));
        return (Bytes / size).ToString("0.###", CultureInfo.InvariantCulture) + " " + word;
    }
}
