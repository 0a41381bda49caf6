using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Workloads;

/// <summary>
/// Five weekdays that are alike, then a weekend that has a share of them or a rate of its own: <c>weekly(low 1 MB/s high 6 MB/s peak 15h weekend 30%)</c>,
/// <c>weekly(5 MB/s weekend 1 MB/s)</c>. Days are those of UTC; a run without a date begins on a Monday.
/// </summary>
/// <param name="Weekday">From Monday to Friday; it repeats every day.</param>
/// <param name="Share">How many times a weekday's rate comes on Saturday and Sunday.</param>
/// <param name="Rate">What comes on top of that then, in base units per second.</param>
public sealed record Weekly(Workload Weekday, double Share, double Rate) : Cyclic
{
    private const int Weekdays = 5;

    /// <inheritdoc/>
    public override double Mean => CycleVolume / (7 * 86_400);

    /// <inheritdoc/>
    public override double Peak => Math.Max(Weekday.Peak, Share * Weekday.Peak + Rate);

    /// <inheritdoc/>
    public override bool RepeatsDaily => false;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => TimeSpan.FromDays(7);

    /// <inheritdoc/>
    protected override double CycleVolume => Weekdays * Day(1, 0) + 2 * Day(Share, Rate);

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase)
    {
        double weekday = Weekday.RateAt(Instant.Start, phase);
        return phase.Days < Weekdays ? weekday : Share * weekday + Rate;
    }

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase)
    {
        int day = phase.Days;
        TimeSpan time = phase - TimeSpan.FromDays(day);
        double weekday = Weekday.Volume(Instant.Start, Instant.After(time), TimeSpan.Zero);
        return day < Weekdays
            ? day * Day(1, 0) + Math.Min(Day(1, 0), weekday)
            : Weekdays * Day(1, 0) + (day - Weekdays) * Day(Share, Rate) + Math.Min(Day(Share, Rate), Share * weekday + Rate * time.TotalSeconds);
    }

    /// <inheritdoc/>
    protected override bool IsEven(double tolerance) => false;

    /// <inheritdoc/>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance)
    {
        bool isWeekday = phase.Days < Weekdays;
        TimeSpan end = isWeekday ? TimeSpan.FromDays(Weekdays) : Cycle;
        double factor = isWeekday ? 1 : Share;
        Instant step = factor == 0 ? Instant.Never : Weekday.StepEnd(Instant.Start, phase, tolerance / factor);
        return step.IsNever || phase + step.SinceStart > end ? end : phase + step.SinceStart;
    }

    private double Day(double share, double rate) => share * (Weekday.Mean * 86_400) + rate * 86_400;

    internal static Parsed<Workload> Read(Arguments given)
    {
        string[] tokens = given.Inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.LastIndexOf(tokens, "weekend");
        if (at < 1 || at == tokens.Length - 1) return given.Wrong("low # high # peak 15h weekend 30%");
        string weekday = string.Join(' ', tokens[..at]), weekend = string.Join(' ', tokens[(at + 1)..]);
        Parsed<Workload> day = tokens[0] == "low" ? Course.Parse($"daily({weekday})", given.Rates) : Course.Parse(weekday, given.Rates);
        if (day.Problem is { } problem) return Parsed.No<Workload>($"in '{given.Text}': {problem}");
        if (!day.Value.RepeatsDaily) return Parsed.No<Workload>($"'{given.Text}' has weekdays that differ: what stands before 'weekend' must repeat every day");
        if (!weekend.EndsWith('%'))
            return Told(given, given.Rates.Read(weekend)).Then(rate => Parsed.Ok<Workload>(new Weekly(day.Value, 0, rate)));
        return Told(given, Quantities.Share.Parse(weekend)).Then(share => Parsed.Ok<Workload>(new Weekly(day.Value, share.Fraction, 0)));
    }

    private static Parsed<T> Told<T>(Arguments given, Parsed<T> read) =>
        read.Problem is { } problem ? Parsed.No<T>($"in '{given.Text}': weekend: {problem} (a share of a weekday such as 30%, or a rate)") : read;
}
