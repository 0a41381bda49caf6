using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Timings;

/// <summary>It happens once.</summary>
/// <param name="At">When; what began before the run begins with it.</param>
public sealed record Once(Moment At) : Timing
{
    /// <inheritdoc/>
    internal override void Begin(World world, Named<Fault> fault) => world.Forever.Start(Run(world, fault));

    internal static void Check(Fields fields, string fault, Once? once, Scenario scenario) =>
        fields.Check(once?.At.Utc is null || scenario.Starts is not null, $"faults.{fault}.at", "UTC instant without start",
            () => $"{fault} begins at a UTC instant, but the run has none: give run.starts, or write an offset such as 1d");

    private async Process Run(World world, Named<Fault> fault)
    {
        await world.Forever.WaitUntil(Instant.After(At.Since(world.Scenario.Starts) ?? TimeSpan.Zero));
        await world.Strike(fault, new Occurrence(world, fault.Name, 0));
    }
}
