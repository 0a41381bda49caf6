using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>
/// A level with bursts at a fixed cadence: <c>bursts(base 1 MB/s burst 16 MB/s every 1h lasts 3s)</c>. Bursts are counted from Monday 00:00, so one
/// every hour begins on the hour.
/// </summary>
/// <param name="Base">Rate between bursts, in base units per second.</param>
/// <param name="Burst">Rate in a burst, not below the base.</param>
/// <param name="Every">Time from the beginning of a burst to that of the next.</param>
/// <param name="Lasts">Length of a burst, at most <paramref name="Every"/>.</param>
public sealed record Bursts(double Base, double Burst, TimeSpan Every, TimeSpan Lasts) : Cyclic
{
    /// <inheritdoc/>
    public override double Mean => CycleVolume / Every.TotalSeconds;

    /// <inheritdoc/>
    public override double Peak => Burst;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => Every;

    /// <inheritdoc/>
    protected override double CycleVolume => Burst * Lasts.TotalSeconds + Base * (Every - Lasts).TotalSeconds;

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase) => phase < Lasts ? Burst : Base;

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase) =>
        phase <= Lasts ? Burst * phase.TotalSeconds : Burst * Lasts.TotalSeconds + Base * (phase - Lasts).TotalSeconds;

    /// <summary>What a burst brings more than the mean would: the volume never leaves a band as wide as that.</summary>
    protected override bool IsEven(double tolerance) => (Burst - Base) * Lasts.TotalSeconds * (1 - Lasts / Every) < tolerance;

    /// <inheritdoc/>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance) => phase < Lasts ? Lasts : Every;

    internal static Parsed<Workload> Read(Arguments given)
    {
        if (!given.AreLabelled("base", "burst", "every", "lasts")) return given.Wrong("base # burst # every 1h lasts 3s");
        return given.Rate("base").Then(low => given.Rate("burst").Then(high => given.Duration("every").Then(every => given.Duration("lasts").Then(lasts =>
            low > high ? Parsed.No<Workload>($"'{given.Text}' has a base above its bursts")
            : lasts <= TimeSpan.Zero || lasts > every ? Parsed.No<Workload>($"'{given.Text}' has bursts that do not fit: a burst lasts more than 0s and at most as long as it is to the next")
            : Parsed.Ok<Workload>(new Bursts(low, high, every, lasts))))));
    }
}
