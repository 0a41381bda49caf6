namespace Simulator.Models.Workloads;

/// <summary>The same at every hour: <c>5 MB/s</c>.</summary>
/// <param name="Rate">Base units per second, 0 or more.</param>
public sealed record Constant(double Rate) : Cyclic
{
    /// <inheritdoc/>
    public override double Mean => Rate;

    /// <inheritdoc/>
    public override double Peak => Rate;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override double CycleVolume => Rate * 86_400;

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase) => Rate;

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase) => Rate * (phase.Ticks / (double)TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    protected override bool IsEven(double tolerance) => true;

    /// <inheritdoc/>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance) => Cycle;
}
