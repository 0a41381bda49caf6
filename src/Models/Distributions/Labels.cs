using System.Globalization;

namespace Simulator.Models.Distributions;

/// <summary>The labels of parameters: <c>mean median sigma shape min max</c> and the quantiles <c>p5</c> to <c>p99.9</c>.</summary>
internal static class Labels
{
    /// <summary>Labels other than quantiles.</summary>
    public static readonly IReadOnlyList<string> Words = ["mean", "median", "sigma", "shape", "min", "max", "p5", "p95", "p99", "p99.9"];

    /// <summary>Whether a token is a label.</summary>
    public static bool Knows(string token) => Words.Contains(token) || Share(token) is not null;

    /// <summary>The share below the quantile that a label names, in (0, 1); null for other labels.</summary>
    public static double? Share(string label)
    {
        if (label == "median") return 0.5;
        bool number = label is ['p', >= '0' and <= '9', ..] && label[1..].All(c => char.IsAsciiDigit(c) || c == '.');
        if (!number || !decimal.TryParse(label.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent)) return null;
        return percent is > 0 and < 100 ? (double)(percent / 100) : null;
    }

    /// <summary>Whether the value under a label is a number without a unit, whatever the distribution is of.</summary>
    public static bool IsBare(string family, string label) => label == "shape" || (label == "sigma" && family == "lognormal");
}
