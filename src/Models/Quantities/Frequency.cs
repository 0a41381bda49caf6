using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>Events per time.</summary>
/// <param name="PerSecond">Events per second, 0 or more.</param>
public readonly record struct Frequency(double PerSecond) : IComparable<Frequency>
{
    /// <summary>Words for "per period" and its seconds, shortest first; a year is 365 days.</summary>
    internal static readonly (string Word, decimal Seconds)[] Periods = [("/s", 1), ("/m", 60), ("/h", 3600), ("/d", 86_400), ("/y", 31_536_000)];

    private static readonly Units s_units = new(
        "a frequency", "120/s", "one of /s /m /h /d /y", Periods.ToDictionary(period => period.Word, period => (1m, period.Seconds)), "10 billion billion a second");

    /// <summary>Reads <c>120/s</c> or <c>3/d</c>; the problem names the units there are.</summary>
    public static Parsed<Frequency> Parse(string text) => s_units.Parse(text).Then(rate => Parsed.Ok(new Frequency(rate)));

    /// <summary>Less than.</summary>
    public static bool operator <(Frequency a, Frequency b) => a.PerSecond < b.PerSecond;

    /// <summary>More than.</summary>
    public static bool operator >(Frequency a, Frequency b) => a.PerSecond > b.PerSecond;

    /// <summary>At most.</summary>
    public static bool operator <=(Frequency a, Frequency b) => a.PerSecond <= b.PerSecond;

    /// <summary>At least.</summary>
    public static bool operator >=(Frequency a, Frequency b) => a.PerSecond >= b.PerSecond;

    /// <inheritdoc/>
    public int CompareTo(Frequency other) => PerSecond.CompareTo(other.PerSecond);

    /// <summary>Per the shortest period in which there is at least one event, to three places: <c>4.5/h</c>.</summary>
    public override string ToString()
    {
        double rate = Math.Abs(PerSecond);
        (string word, decimal seconds) = rate == 0 ? Periods[0] : Periods.FirstOrDefault(period => rate * (double)period.Seconds >= 1, Periods[^1]);
        return (PerSecond * (double)seconds).ToString("0.###", CultureInfo.InvariantCulture) + word;
    }
}
