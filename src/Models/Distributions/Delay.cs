using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Distributions;

/// <summary>How long something takes, where chance decides: a distribution over seconds, rounded up to the 100-ns tick.</summary>
/// <param name="Seconds">The distribution, in seconds.</param>
public sealed record Delay(Distribution Seconds) : IRandomDelay
{
    /// <summary>No delay.</summary>
    public static readonly Delay None = Always(TimeSpan.Zero);

    /// <summary>The text it was read from; made up from the distribution where there was none.</summary>
    public string Text { get; init; } = Seconds + " s";

    /// <summary>The mean; "never" where it is infinite or longer than time.</summary>
    public TimeSpan Mean => Rounded(Seconds.Mean);

    /// <summary>Whether it never ends.</summary>
    public bool IsNever => Seconds is Fixed { Value: double.PositiveInfinity };

    /// <summary>A delay that is always the same.</summary>
    public static Delay Always(TimeSpan duration) => duration == TimeSpan.MaxValue
        ? new Delay(new Fixed(double.PositiveInfinity)) { Text = "never" }
        : new Delay(new Fixed(duration.Ticks / (double)TimeSpan.TicksPerSecond)) { Text = Durations.Format(duration) };

    /// <summary>Reads a duration, "never", or a distribution of durations.</summary>
    public static Parsed<Delay> Parse(string text) =>
        Law.Parse(text, Measure.Duration).Then(law => Parsed.Ok(new Delay(law) { Text = text.Trim() }));

    /// <summary>The same delay with the file read that it names.</summary>
    internal Parsed<Delay> Load(Folder folder) => Seconds.Load(folder).Then(law => Parsed.Ok(this with { Seconds = law }));

    /// <inheritdoc/>
    public TimeSpan Quantile(double u) => Rounded(Seconds.Quantile(u));

    /// <inheritdoc/>
    public double Cumulative(TimeSpan duration) =>
        duration == TimeSpan.MaxValue ? 1 : duration < TimeSpan.Zero ? 0 : Seconds.Cumulative(duration.Ticks / (double)TimeSpan.TicksPerSecond);

    /// <summary>The text it was read from.</summary>
    public override string ToString() => Text;

    /// <summary>Up to the next tick; a value within two roundings of a tick is that tick, so that 0.1 s stays 1,000,000 ticks.</summary>
    internal static TimeSpan Rounded(double seconds)
    {
        double ticks = seconds * TimeSpan.TicksPerSecond, nearest = Math.Round(ticks);
        if (!(ticks < long.MaxValue)) return TimeSpan.MaxValue;
        if (ticks <= 0) return TimeSpan.Zero;
        return new TimeSpan((long)(Math.Abs(ticks - nearest) <= ticks * 4.5e-16 ? nearest : Math.Ceiling(ticks)));
    }
}
