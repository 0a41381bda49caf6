using System.Globalization;
using Simulator.Experiments.Results;

namespace Simulator.Reports;

/// <summary>Numbers as people say them: three or so digits and the unit that suits their magnitude.</summary>
public static class Humane
{
    private const double Minute = 60, Hour = 3600, Day = 86400, Year = 365 * Day;

    /// <summary>
    /// A value with its unit: 252 s is "4 m 12 s", 0.453 of a share "45.3 %", 2.1e9 B "2.1 GB"; infinite is "∞", no number "–".
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit: "s", "writes", "share", "count", "B", "1/d", "ratio"; others are written behind the number.</param>
    public static string Format(double value, string unit) => (unit, value) switch
    {
        (_, double.NaN) => "–",
        (_, double.PositiveInfinity) => "∞",
        (_, < 0) => "-" + Format(-value, unit),
        ("s", _) => Duration(value),
        ("share", _) => Share(value),
        ("B", _) => Bytes(value),
        ("writes", _) => Count(value) + (value == 1 ? " write" : " writes"),
        ("count" or "ratio" or "", _) => Count(value),
        ("1/d", _) => Count(value) + " a day",
        _ => $"{Count(value)} {unit}",
    };

    /// <summary>A value as the sentence counts that it is held against: in hours where that does, so that 217h is met by 217 h and not by 9.04 d.</summary>
    public static string FormatAs(string sentence, double? value, string unit) =>
        unit == "s" && value is { } seconds && double.IsFinite(seconds) && seconds >= 2 * Day && sentence.Split(' ').Any(word => word.Length > 1 && word[^1] == 'h' && word[..^1].All(char.IsAsciiDigit))
            ? (seconds / Hour).ToString("#,##0.##", CultureInfo.InvariantCulture) + " h"
            : Format(value, unit);

    /// <summary>A value that may not exist; then "–".</summary>
    public static string Format(double? value, string unit) => value is { } number ? Format(number, unit) : "–";

    /// <summary>Both ends of an interval, "4 m 2 s to 4 m 20 s" or "11.6 to 12.1 d"; "–" where none exists.</summary>
    public static string Format(Interval? interval, string unit) => interval is { } ends ? Range(ends.Low, ends.High, unit) : "–";

    /// <summary>From one value to another, with the unit once where it is the same.</summary>
    public static string Range(double low, double high, string unit)
    {
        string from = Format(low, unit), to = Format(high, unit);
        string[] first = from.Split(' ', 2), second = to.Split(' ', 2);
        bool isShared = first.Length == 2 && second.Length == 2 && first[1] == second[1] && !first[1].Any(char.IsDigit);
        return $"{(isShared ? first[0] : from)} to {to}";
    }

    private static string Duration(double seconds)
    {
        if (seconds == 0) return "0 s";
        if (seconds < 0.9995e-3) return Digits(seconds * 1e6) + " µs";
        if (seconds < 0.9995) return Digits(seconds * 1e3) + " ms";
        if (seconds < 59.95) return Digits(seconds) + " s";
        if (Math.Round(seconds) < Hour) return Two(seconds, 1, Minute, "m", "s");
        if (Math.Round(seconds / Minute) * Minute < 2 * Day) return Two(seconds, Minute, Hour, "h", "m");
        return seconds < 2 * Year ? Digits(seconds / Day) + " d" : Digits(seconds / Year) + " y";
    }

    private static string Two(double seconds, double small, double large, string largeName, string smallName)
    {
        double rounded = Math.Round(seconds / small) * small;
        double whole = Math.Floor(rounded / large), rest = Math.Round((rounded - whole * large) / small);
        return rest == 0 ? $"{whole:0} {largeName}" : $"{whole:0} {largeName} {rest:0} {smallName}";
    }

    private static string Share(double share)
    {
        double percent = share * 100;
        // What is not everything must not be rounded to everything.
        if (percent is < 100 and >= 99.9995) return "> 99.999 %";
        if (percent is < 100 and >= 99.95)
            return (Math.Floor(percent * 1000 + 1e-6) / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " %";
        return Digits(percent) + " %";
    }

    private static string Bytes(double bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];
        int power = 0;
        while (power < units.Length - 1 && bytes >= 999.5)
        {
            bytes /= 1000;
            power++;
        }
        return $"{Digits(bytes)} {units[power]}";
    }

    private static string Count(double value) => value switch
    {
        >= 999.5e6 => Digits(value / 1e9) + " billion",
        >= 999_500 => Digits(value / 1e6) + " million",
        >= 1000 => value.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => Digits(value),
    };

    private static string Digits(double value)
    {
        if (value == 0) return "0";
        if (value < 1e-4 || value >= 1e15) return value.ToString("0.##e0", CultureInfo.InvariantCulture);
        int decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 6);
        decimal rounded = Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("#,##0.######", CultureInfo.InvariantCulture);
    }
}
