namespace Simulator.Models.Workloads;

/// <summary>The same at every hour: <c>5 MB/s</c>.</summary>
/// <param name="Rate">Base units per second, 0 or more.</param>
public sealed record Constant(double Rate) : Workload
{
    /// <inheritdoc/>
    public override double Mean => Rate;

    /// <inheritdoc/>
    public override double RateAt(TimeSpan timeOfDay) => Rate;

    /// <inheritdoc/>
    protected override double SinceMidnight(TimeSpan timeOfDay) => Rate * (timeOfDay.Ticks / (double)TimeSpan.TicksPerSecond);
}
