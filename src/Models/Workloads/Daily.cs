using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Workloads;

/// <summary>Rises and falls in straight lines between a peak and the trough 12 hours from it: <c>daily(low 0.1 MB/s high 0.6 MB/s peak 15h)</c>.</summary>
/// <param name="Low">Rate at the trough, in base units per second.</param>
/// <param name="High">Rate at the peak, not below the low one.</param>
/// <param name="PeakAt">Time of day of the peak, in [0, 24 h).</param>
public sealed record Daily(double Low, double High, TimeSpan PeakAt) : Cyclic
{
    private const double HalfDay = 43_200;

    /// <inheritdoc/>
    public override double Mean => (Low + High) / 2;

    /// <inheritdoc/>
    public override double Peak => High;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override double CycleVolume => Mean * 86_400;

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase) => Low + (High - Low) * Math.Min(SinceTrough(phase), 1 - SinceTrough(phase)) * 2;

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase)
    {
        double midnight = SinceTrough(TimeSpan.Zero), now = SinceTrough(phase);
        return Math.Min(Mean, (now < midnight ? Mean : 0) + Volume(now) - Volume(midnight)) * 86_400;
    }

    /// <inheritdoc/>
    protected override bool IsEven(double tolerance) => High == Low;

    /// <summary>
    /// Where the rate changes by s a second, a straight line of the volume over a time h is off by s·h²/8 in its middle. Each half of the day has
    /// as few equal steps as keep that within the tolerance: 12 at most, where the trough is at 0.
    /// </summary>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance)
    {
        long steps = Math.Max(1, (long)Math.Ceiling(HalfDay / Math.Sqrt(8 * tolerance * HalfDay / (High - Low))));
        long half = TimeSpan.TicksPerDay / 2, sinceTrough = TicksSinceTrough(phase), inHalf = sinceTrough % half;
        long next = inHalf * steps / half + 1;
        long end = (long)((decimal)half * next / steps);
        if (end <= inHalf) end = (long)((decimal)half * (next + 1) / steps);
        return new TimeSpan(phase.Ticks + end - inHalf);
    }

    private static Parsed<Workload> Build(Arguments given, double low, double high, TimeSpan peak) =>
        low > high ? Parsed.No<Workload>($"'{given.Text}' has a low rate above the high one")
        : peak < TimeSpan.FromDays(1) ? Parsed.Ok<Workload>(new Daily(low, high, peak))
        : Parsed.No<Workload>($"'{given.Text}' has a peak outside the day: it is a time of day from 0h to below 24h");

    internal static Parsed<Workload> Read(Arguments given)
    {
        if (!given.AreLabelled("low", "high", "peak")) return given.Wrong("low # high # peak 15h");
        return given.Rate("low").Then(low => given.Rate("high").Then(high => given.Duration("peak").Then(peak => Build(given, low, high, peak))));
    }

    private long TicksSinceTrough(TimeSpan phase)
    {
        long ticks = (phase.Ticks - PeakAt.Ticks + TimeSpan.TicksPerDay / 2) % TimeSpan.TicksPerDay;
        return ticks < 0 ? ticks + TimeSpan.TicksPerDay : ticks;
    }

    /// <summary>Parts of a day since the trough, in [0, 1).</summary>
    private double SinceTrough(TimeSpan phase) => TicksSinceTrough(phase) / (double)TimeSpan.TicksPerDay;

    /// <summary>The integral of the rate from the trough, in rate times days: a parabola up to the peak, its mirror image behind it.</summary>
    private double Volume(double phase) => phase <= 0.5
        ? Low * phase + (High - Low) * phase * phase
        : Mean - Low * (1 - phase) - (High - Low) * (1 - phase) * (1 - phase);
}
