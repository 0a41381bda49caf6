using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.ScenarioFiles.Moving;

/// <summary>Makes the quantities in a text larger or smaller: counts, shares, sizes, rates, times, also inside of distributions and workloads.</summary>
internal static partial class Scaled
{
    /// <summary>The text with every quantity times a factor; null where there is none in it, or where nothing changes.</summary>
    /// <param name="text">A value as it stands in a file.</param>
    /// <param name="factor">Above 0.</param>
    /// <param name="starts">When the run starts: a moment is moved by its time since then; null where moments stay.</param>
    public static string? Of(string text, double factor, DateTime? starts)
    {
        string scaled = IsMoment().IsMatch(text) ? Moment(text, factor, starts) : Quantity().Replace(text, found => Number(found, factor));
        return scaled == text ? null : scaled;
    }

    private static string Moment(string text, double factor, DateTime? starts)
    {
        const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        if (starts is not { } start || !DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTime moment) || moment <= start) return text;
        return (start + (moment - start) * factor).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static string Number(Match found, double factor)
    {
        double number = double.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture), scaled = number * factor;
        string unit = found.Groups["unit"].Value;
        // A count stays one, and has to be another one; a number with a point is a factor or a shape.
        if (unit.Length == 0 && !found.Groups["number"].Value.Contains('.', StringComparison.Ordinal)) scaled = factor > 1 ? Math.Max(number + 1, Math.Round(scaled)) : Math.Max(1, Math.Min(number - 1, Math.Round(scaled)));
        if (unit.TrimStart() == "%") scaled = Math.Min(100, scaled);
        return scaled.ToString("0.############", CultureInfo.InvariantCulture) + unit;
    }

    [GeneratedRegex(@"(?<![^ (])(?<number>[0-9]+(\.[0-9]+)?)(?<unit> ?(%(/[dy])?|[kMGTP]i?B(/[smhdy])?|B(/[smhdy])?|[kMG]?bit/s|us|ms|s|m|h|d|w|y|/[smhdy])|)(?![^ )])")]
    private static partial Regex Quantity();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$")]
    private static partial Regex IsMoment();
}
