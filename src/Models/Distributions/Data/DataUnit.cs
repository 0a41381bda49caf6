using Simulator.Models.Language;

namespace Simulator.Models.Distributions.Data;

/// <summary>The unit of bare numbers in a file of data.</summary>
/// <param name="Measure">What is told in it.</param>
/// <param name="Factor">How many base units (seconds, bytes) one of it is.</param>
public sealed record DataUnit(Measure Measure, double Factor)
{
    // Files of data come from other tools: what these call a unit is understood, which the scenario language itself would not.
    private static readonly (string[] Words, string Meant)[] s_others =
    [
        (["sec", "secs", "second", "seconds"], "s"), (["min", "mins", "minute", "minutes"], "m"), (["hr", "hrs", "hour", "hours"], "h"),
        (["day", "days"], "d"), (["week", "weeks"], "w"), (["year", "years"], "y"), (["milliseconds"], "ms"), (["KB"], "kB"), (["bytes"], "B"),
    ];

    /// <summary>Reads a unit: one of durations (<c>s</c>, <c>min</c>, <c>h</c> ...) or of sizes (<c>GB</c>, <c>MiB</c> ...).</summary>
    public static Parsed<DataUnit> Parse(string text)
    {
        string word = text.Trim();
        string meant = s_others.FirstOrDefault(other => other.Words.Contains(word)).Meant ?? word;
        foreach (Measure measure in (Measure[])[Measure.Duration, Measure.Size])
            if (measure.Read($"1{meant}") is { Problem: null } one) return Parsed.Ok(new DataUnit(measure, one.Value));
        return Parsed.No<DataUnit>($"'{word}' is not a unit of data, which is one of us ms s min h d w y B kB MB GB TB PB KiB MiB GiB TiB");
    }
}
