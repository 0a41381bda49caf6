using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Timings;

/// <summary>
/// It happens again and again (a renewal process): the next interval starts when the fault has ended or, for what never ends by itself, when it began.
/// With exponential intervals and faults that last, a unit's availability is MTTF / (MTTF + MTTR).
/// </summary>
/// <param name="Every">The intervals, each drawn anew.</param>
/// <param name="Burst">How many come with each; null for one.</param>
public sealed record Renewal(Delay Every, Burst? Burst) : Timing
{
    // Beyond this it is no fault any more but how things are, and a trial would take hours.
    private const double MostInARun = 1e6;

    /// <inheritdoc/>
    internal override void Begin(World world, Named<Fault> fault) => world.Forever.Start(Run(world, fault));

    internal static void Check(Fields fields, string fault, Renewal? renewal, Scenario scenario) =>
        fields.Check(renewal is null || scenario.Length / renewal.Every.Mean * (renewal.Burst?.Count ?? 1) <= MostInARun, $"faults.{fault}.every", "faults of a run",
            () => $"{fault} happens more than a million times in a run: a fault is rarer; what goes on all the time belongs into rates and delays");

    internal static Renewal Of(Fields fields)
    {
        Delay every = fields.Optional("every", Syntaxes.Delay.Where("more than 0s on average", every => every.Mean > TimeSpan.Zero), "never", "a fault happens once unless told otherwise",
            "The time from its end (of what never ends, from its beginning) to when it happens again; the first time counts from the start.");
        Burst? burst = fields.OptionalBlock("burst", Burst.Shape, "With every: each time brings several of them, close together.");
        fields.Check(burst is null || !fields.Has("burst") || fields.Has("every"), "burst", "burst of what happens again and again", () => "a burst belongs to every: say how often bursts come");
        return new Renewal(every, burst);
    }

    private async Process Run(World world, Named<Fault> fault)
    {
        int each = Burst?.Count ?? 1;
        for (int first = 0; ; first += each)
        {
            Occurrence[] burst = [.. Enumerable.Range(first, each).Select(number => new Occurrence(world, fault.Name, number))];
            await world.Forever.Wait(Every, burst[0].Luck("every"));
            foreach (Occurrence one in burst) world.Forever.Start(Arrive(world, fault, one, isFirst: one.Number == first));
            foreach (Occurrence one in burst) await world.Forever.Until(one.IsSettled);
        }
    }

    private async Process Arrive(World world, Named<Fault> fault, Occurrence one, bool isFirst)
    {
        if (!isFirst) await world.Forever.Wait(Burst!.Within * one.Luck("burst").NextUniform());
        await world.Strike(fault, one);
    }
}
