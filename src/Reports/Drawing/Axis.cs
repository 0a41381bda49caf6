using System.Globalization;

namespace Simulator.Reports.Drawing;

/// <summary>
/// Where values stand along an axis: linear in a unit that suits the magnitude, or logarithmic where the values span too much for that.
/// On a logarithmic axis zero has a place of its own, left of the smallest value.
/// </summary>
/// <param name="Unit">Unit for the axis' title: "days", "%", "log scale".</param>
/// <param name="Divisor">Values are divided by this before they are placed.</param>
/// <param name="IsLogarithmic">Whether equal steps are equal factors.</param>
/// <param name="Low">Place of the axis' begin.</param>
/// <param name="High">Place of the axis' end.</param>
/// <param name="Zero">Place of zero.</param>
/// <param name="Ticks">Places and labels of its ticks.</param>
public sealed record Axis(
    string Unit, double Divisor, bool IsLogarithmic, double Low, double High, double Zero,
    IReadOnlyList<(double Place, string Label)> Ticks)
{
    /// <summary>The ratio of largest to smallest value above which an axis becomes logarithmic.</summary>
    public const double LargestLinearRatio = 60;

    /// <summary>Where a finite value stands.</summary>
    public double Place(double value) =>
        !IsLogarithmic ? value / Divisor : value <= 0 ? Zero : Math.Max(Zero, Math.Log10(value / Divisor));

    /// <summary>A linear axis from 0 to a little more than <paramref name="max"/>.</summary>
    /// <param name="max">Largest value to show, in <paramref name="unit"/>.</param>
    /// <param name="unit">Unit of the measure: "s", "share", "B", "writes".</param>
    public static Axis Linear(double max, string unit)
    {
        if (!(max > 0) || double.IsInfinity(max)) max = unit == "s" ? 60 : 1;
        return Window(0, max * 1.02, unit);
    }

    /// <summary>A linear axis between two values, neither of which need be zero.</summary>
    /// <param name="low">Its begin.</param>
    /// <param name="high">Its end, finite and larger.</param>
    /// <param name="unit">Unit of the measure.</param>
    public static Axis Window(double low, double high, string unit)
    {
        (double divisor, string name) = Magnitude(high, unit);
        double step = Step((high - low) / divisor, name);
        var ticks = new List<(double, string)>();
        for (double i = Math.Ceiling(low / divisor / step); i * step <= high / divisor; i++) ticks.Add((i * step, Label(i * step)));
        return new(name, divisor, false, low / divisor, high / divisor, 0, ticks);
    }

    /// <summary>An axis for values between two finite ones: linear if it can be, else logarithmic.</summary>
    /// <param name="min">Smallest value above zero.</param>
    /// <param name="max">Largest value.</param>
    /// <param name="unit">Unit of the measure.</param>
    /// <param name="hasZero">Whether some values are zero and need a place on a logarithmic axis.</param>
    public static Axis Between(double min, double max, string unit, bool hasZero)
    {
        if (!(min > 0) || !(max > min * LargestLinearRatio)) return Linear(max, unit);
        return Logarithmic(min, max, unit, hasZero);
    }

    /// <summary>A logarithmic axis for values between two finite ones.</summary>
    /// <param name="min">Smallest value above zero.</param>
    /// <param name="max">Largest value.</param>
    /// <param name="unit">Unit of the measure.</param>
    /// <param name="hasZero">Whether some values are zero and need a place of their own.</param>
    public static Axis Logarithmic(double min, double max, string unit, bool hasZero)
    {
        double low = Math.Log10(min) - 0.08, high = Math.Log10(max) + 0.05, zero = hasZero ? low - (high - low) * 0.07 : low;
        var ticks = new List<(double, string)>();
        if (hasZero) ticks.Add((zero, Short(0, unit)));
        foreach (double value in unit != "s" ? Powers(low, high) : high - low > 3.5 ? Moments : CloseMoments)
            // A label in the corner would touch the other axis' first one.
            if (Math.Log10(value) >= low + (hasZero ? 0 : (high - low) * 0.02) && Math.Log10(value) <= high)
                ticks.Add((Math.Log10(value), Short(value, unit)));
        return new("log scale", 1, true, hasZero ? zero - (high - low) * 0.02 : low, high, zero, ticks);
    }

    private static readonly double[] Moments =
    [
        1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 60, 600, 3600, 6 * 3600,
        .. ((double[])[1, 3, 10, 30, 100, 365, 3650]).Select(d => d * 86400),
    ];

    private static readonly double[] CloseMoments =
    [
        .. Enumerable.Range(-6, 7).SelectMany(p => (double[])[Math.Pow(10, p), 2 * Math.Pow(10, p), 5 * Math.Pow(10, p)]),
        10, 20, 30, .. ((double[])[1, 2, 5, 10, 20, 30]).Select(m => m * 60), .. ((double[])[1, 2, 3, 6, 12]).Select(h => h * 3600),
        .. ((double[])[1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 365, 730]).Select(d => d * 86400),
    ];

    private static IEnumerable<double> Powers(double low, double high)
    {
        for (int power = (int)Math.Ceiling(low); power <= high; power++) yield return Math.Pow(10, power);
    }

    private static string Short(double value, string unit) => (unit, value) switch
    {
        ("s", 86400) => "1 d",
        ("s", >= 60 and < 3600) => Humane.Format(value, unit).Replace(" m", " min"),
        _ => Humane.Format(value, unit).Replace(" writes", ""),
    };

    private static (double Divisor, string Name) Magnitude(double max, string unit) => unit switch
    {
        "s" => max switch
        {
            >= 2 * 365 * 86400.0 => (365 * 86400.0, "years"),
            >= 2 * 86400 => (86400, "days"),
            >= 2 * 3600 => (3600, "hours"),
            >= 2 * 60 => (60, "minutes"),
            >= 1 => (1, "seconds"),
            _ => (1e-3, "milliseconds"),
        },
        "B" => max switch { >= 1e12 => (1e12, "TB"), >= 1e9 => (1e9, "GB"), >= 1e6 => (1e6, "MB"), >= 1e3 => (1e3, "kB"), _ => (1, "B") },
        "B/s" => (Magnitude(max, "B").Divisor, Magnitude(max, "B").Name + "/s"),
        "1/s" => (1, "a second"),
        "share" => (0.01, "%"),
        "1/d" => (1, "a day"),
        "count" => (1, ""),
        _ => max switch
        {
            >= 2e9 => (1e9, "billion " + unit),
            >= 2e6 => (1e6, "million " + unit),
            >= 2e3 => (1e3, "thousand " + unit),
            _ => (1, unit),
        },
    };

    private static double Step(double top, string name)
    {
        // Nobody counts in half trials.
        if (name.Length == 0) top = Math.Max(top, 10);
        double[] nice = name is "hours" or "minutes" or "seconds"
            ? [0.1, 0.2, 0.5, 1, 2, 3, 4, 6, 10, 12, 24, 30, 60, 120]
            : [];
        foreach (double step in nice)
            if (top / step <= 12 && top / step >= 3) return step;
        double power = Math.Pow(10, Math.Floor(Math.Log10(top / 10)));
        foreach (double factor in (double[])[1, 2, 5, 10])
            if (top / (power * factor) <= 12) return power * factor;
        return power * 10;
    }

    private static string Label(double value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);
}
