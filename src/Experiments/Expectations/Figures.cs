using System.Globalization;

namespace Simulator.Experiments.Expectations;

/// <summary>Writes values for people, to four digits, in the unit in which they read best; the same in every culture.</summary>
public static class Figures
{
    private static readonly (double Size, string Word)[] s_times = [(172_800, "d"), (7_200, "h"), (120, "min")];
    private static readonly (double Size, string Word)[] s_sizes = [(1e15, "PB"), (1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB")];

    /// <summary>A value with its unit: "4.5 h", "12 %", "infinite".</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">A unit of the table of measures.</param>
    public static string Say(double value, string unit) => double.IsInfinity(value) ? "infinite" : unit switch
    {
        "s" when Math.Abs(value) is > 0 and < 0.9999e-3 => $"{Digits(value * 1e6)} µs",
        "s" when Math.Abs(value) is > 0 and < 0.9999 => $"{Digits(value * 1e3)} ms",
        "s" => Scaled(value, s_times, "s"),
        "B" => Scaled(value, s_sizes, "B"),
        "share" => $"{Digits(value * 100)} %",
        "1/d" => $"{Digits(value)} a day",
        "count" or "ratio" => Digits(value),
        _ => $"{Digits(value)} {unit}",
    };

    /// <summary>A whole number with spaces between thousands: "12 000".</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Scaled(double value, (double Size, string Word)[] units, string smallest)
    {
        foreach ((double size, string word) in units)
        {
            // A time is told in days from two days on, and so forth; a size from one unit on.
            double unit = smallest == "s" ? word switch { "d" => 86_400, "h" => 3_600, _ => 60 } : size;
            if (Math.Abs(value) >= size) return $"{Digits(value / unit)} {word}";
        }

        return $"{Digits(value)} {smallest}";
    }

    private static string Digits(double value)
    {
        double size = Math.Abs(value);
        string format = size >= 1000 || size == 0 ? "0" : size >= 100 ? "0.#" : size >= 10 ? "0.##" : size >= 1 ? "0.###" : size >= 0.001 ? "0.####" : "0.###e-0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
