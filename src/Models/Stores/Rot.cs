using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Stores;

/// <summary>How fast stored points go bad at rest: <c>0.1%/y</c>, one of a thousand a year. Read as a hazard per year.</summary>
public static class Rot
{
    /// <summary>How it is written: a share per day or year.</summary>
    public static readonly Syntax<double> Syntax = new("a share per time", "^[0-9]+(\\.[0-9]+)? ?%/[dy]$", "0.1%/y", Parse);

    private static Parsed<double> Parse(string text)
    {
        string trimmed = text.Trim();
        bool daily = trimmed.EndsWith("%/d", StringComparison.Ordinal);
        bool good = (daily || trimmed.EndsWith("%/y", StringComparison.Ordinal))
            & double.TryParse(trimmed.Length > 3 ? trimmed[..^3].TrimEnd() : "", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent);
        if (!good) return Parsed.No<double>($"'{trimmed}' is not a share per time: write one like 0.1%/y, or %/d");
        return percent > 100_000 ? Parsed.No<double>($"'{trimmed}' is too large: at most 100000%/y") : Parsed.Ok(percent / 100 * (daily ? 365 : 1));
    }
}
