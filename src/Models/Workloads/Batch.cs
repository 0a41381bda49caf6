using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>A level with a job on top of it at the same time of every day: <c>batch(base 1 MB/s plus 20 MB/s at 2h lasts 90m)</c>.</summary>
/// <param name="Base">Rate of everything else, in base units per second.</param>
/// <param name="Plus">What the job adds to it.</param>
/// <param name="At">Time of day at which it begins, in [0, 24 h).</param>
/// <param name="Lasts">How long it takes, at most a day; it may go on past midnight.</param>
public sealed record Batch(double Base, double Plus, TimeSpan At, TimeSpan Lasts) : Cyclic
{
    /// <inheritdoc/>
    public override double Mean => CycleVolume / 86_400;

    /// <inheritdoc/>
    public override double Peak => Base + Plus;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => TimeSpan.FromDays(1);

    /// <summary>A cycle begins with the job.</summary>
    protected override TimeSpan Anchored(TimeSpan clock) => clock - At;

    /// <inheritdoc/>
    protected override double CycleVolume => Base * 86_400 + Plus * Lasts.TotalSeconds;

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase) => phase < Lasts ? Base + Plus : Base;

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase) => Base * phase.TotalSeconds + Plus * Math.Min(phase.TotalSeconds, Lasts.TotalSeconds);

    /// <inheritdoc/>
    protected override bool IsEven(double tolerance) => Plus * Lasts.TotalSeconds * (1 - Lasts.TotalDays) < tolerance;

    /// <inheritdoc/>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance) => phase < Lasts ? Lasts : Cycle;

    internal static Parsed<Workload> Read(Arguments given)
    {
        if (!given.AreLabelled("base", "plus", "at", "lasts")) return given.Wrong("base # plus # at 2h lasts 90m");
        return given.Rate("base").Then(low => given.Rate("plus").Then(plus => given.Duration("at").Then(at => given.Duration("lasts").Then(lasts =>
            at >= TimeSpan.FromDays(1) ? Parsed.No<Workload>($"'{given.Text}' has a job outside the day: it begins at a time of day from 0h to below 24h")
            : lasts <= TimeSpan.Zero || lasts > TimeSpan.FromDays(1) ? Parsed.No<Workload>($"'{given.Text}' has a job that does not fit: it lasts more than 0s and at most a day")
            : Parsed.Ok<Workload>(new Batch(low, plus, at, lasts))))));
    }
}
