using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Workloads;

/// <summary>Rises and falls in straight lines between a peak and the trough 12 hours from it: <c>daily(low 0.1 MB/s high 0.6 MB/s peak 15h)</c>.</summary>
/// <param name="Low">Rate at the trough, in base units per second.</param>
/// <param name="High">Rate at the peak, not below the low one.</param>
/// <param name="Peak">Time of day of the peak, in [0, 24 h).</param>
public sealed record Daily(double Low, double High, TimeSpan Peak) : Workload
{
    private static readonly string[] s_labels = ["low", "high", "peak"];

    /// <inheritdoc/>
    public override double Mean => (Low + High) / 2;

    /// <inheritdoc/>
    public override double RateAt(TimeSpan timeOfDay) => Low + (High - Low) * Math.Min(Phase(timeOfDay), 1 - Phase(timeOfDay)) * 2;

    /// <inheritdoc/>
    protected override double SinceMidnight(TimeSpan timeOfDay)
    {
        double midnight = Phase(TimeSpan.Zero), phase = Phase(timeOfDay);
        return ((phase < midnight ? Mean : 0) + SinceTrough(phase) - SinceTrough(midnight)) * 86_400;
    }

    /// <summary>Parts of a day since the trough, in [0, 1).</summary>
    private double Phase(TimeSpan timeOfDay)
    {
        long ticks = (timeOfDay.Ticks - Peak.Ticks + TimeSpan.TicksPerDay / 2) % TimeSpan.TicksPerDay;
        return (ticks < 0 ? ticks + TimeSpan.TicksPerDay : ticks) / (double)TimeSpan.TicksPerDay;
    }

    /// <summary>The integral of the rate from the trough, in rate times days: a parabola up to the peak, its mirror image behind it.</summary>
    private double SinceTrough(double phase) => phase <= 0.5
        ? Low * phase + (High - Low) * phase * phase
        : Mean - Low * (1 - phase) - (High - Low) * (1 - phase) * (1 - phase);

    internal static Parsed<Workload> Read(string text, string kind, string example, Func<string, Parsed<double>> rate)
    {
        if (kind != "daily") return Parsed.No<Workload>($"'{kind}' is not a workload: write a rate such as {example}, or daily(low ... high ... peak 15h){Near.Hint(kind, ["daily"])}");
        if (text.Contains(',', StringComparison.Ordinal)) return Parsed.No<Workload>($"'{text}' has a comma: parameters are separated by spaces alone");
        if (text[^1] != ')' || text.Count(c => c is '(' or ')') != 2) return Parsed.No<Workload>($"'{text}' has parentheses that do not pair up");
        string[] tokens = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] at = [.. s_labels.Select(label => Array.IndexOf(tokens, label))];
        if (at[0] != 0 || at[1] < at[0] || at[2] < at[1] || tokens.Count(s_labels.Contains) != 3)
            return Parsed.No<Workload>($"'{text}' is not a daily workload: write daily(low {example} high {example} peak 15h)");
        string Value(int from, int to) => string.Join(' ', tokens[(from + 1)..to]);
        Parsed<double> low = rate(Value(at[0], at[1])), high = rate(Value(at[1], at[2]));
        Parsed<TimeSpan> peak = Durations.Parse(Value(at[2], tokens.Length));
        string? problem = low.Problem is { } l ? "low: " + l : high.Problem is { } h ? "high: " + h : peak.Problem is { } p ? "peak: " + p : null;
        if (problem is not null) return Parsed.No<Workload>($"in '{text}': {problem}");
        if (low.Value > high.Value) return Parsed.No<Workload>($"'{text}' has a low rate above the high one");
        return peak.Value < TimeSpan.FromDays(1)
            ? Parsed.Ok<Workload>(new Daily(low.Value, high.Value, peak.Value))
            : Parsed.No<Workload>($"'{text}' has a peak outside the day: it is a time of day from 0h to below 24h");
    }
}
