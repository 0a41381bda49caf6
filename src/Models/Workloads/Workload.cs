using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>
/// How much arrives over the day, in base units (bytes, events) per second, the same every day. How much arrives between two moments is a closed form,
/// so a year costs as little as a second.
/// </summary>
public abstract record Workload
{
    /// <summary>The mean rate over a day, per second.</summary>
    public abstract double Mean { get; }

    /// <summary>The rate at a time of day, per second.</summary>
    /// <param name="timeOfDay">Time since midnight; other days' times mean the same as today's.</param>
    public abstract double RateAt(TimeSpan timeOfDay);

    /// <summary>What arrives between two moments, in base units; negative where <paramref name="to"/> is the earlier.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second; where it never comes the amount is infinite (or nothing, at rate 0).</param>
    /// <param name="clockAtStart">The time of day at <see cref="Instant.Start"/>.</param>
    public double Between(Instant from, Instant to, TimeSpan clockAtStart)
    {
        if (to.IsNever || from.IsNever) return to == from || Mean == 0 ? 0 : to.IsNever ? double.PositiveInfinity : double.NegativeInfinity;
        (long fromDay, TimeSpan fromTime) = Split(from, clockAtStart);
        (long toDay, TimeSpan toTime) = Split(to, clockAtStart);
        return (toDay - fromDay) * (Mean * 86_400) + (SinceMidnight(toTime) - SinceMidnight(fromTime));
    }

    /// <summary>What arrives from midnight to a time of the same day, in base units.</summary>
    /// <param name="timeOfDay">In [0, 24 h).</param>
    protected abstract double SinceMidnight(TimeSpan timeOfDay);

    /// <summary>Reads a constant rate or <c>daily(low .. high .. peak ..)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="noun">What a rate is called in a message: "a data rate".</param>
    /// <param name="example">A valid rate.</param>
    /// <param name="rate">Reads a rate into base units per second.</param>
    internal static Parsed<Workload> Parse(string text, string noun, string example, Func<string, Parsed<double>> rate)
    {
        string trimmed = text.Trim();
        int open = trimmed.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0) return Daily.Read(trimmed, trimmed[..open].Trim(), example, rate);
        if (trimmed == "daily" || trimmed.StartsWith("daily ", StringComparison.Ordinal))
            return Parsed.No<Workload>($"'{trimmed}' lacks its parentheses: write daily(low ... high ... peak 15h)");
        Parsed<double> constant = rate(trimmed);
        return constant.Problem is null
            ? Parsed.Ok<Workload>(new Constant(constant.Value))
            : Parsed.No<Workload>($"{constant.Problem} ({noun}, or daily(low {example} high {example} peak 15h))");
    }

    private static (long Day, TimeSpan Time) Split(Instant moment, TimeSpan clockAtStart)
    {
        long ticks = moment.Ticks % TimeSpan.TicksPerDay + clockAtStart.Ticks % TimeSpan.TicksPerDay;
        long day = moment.Ticks / TimeSpan.TicksPerDay + clockAtStart.Ticks / TimeSpan.TicksPerDay + (long)Math.Floor(ticks / (double)TimeSpan.TicksPerDay);
        long time = ((ticks % TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay;
        return (day, new TimeSpan(time));
    }
}
