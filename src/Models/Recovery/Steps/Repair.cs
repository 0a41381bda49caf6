using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// People look at volumes whose last copy stopped while they lacked another, one by one, and make them whole or give them up: as many at once as hands are held.
/// There are too many for an event each: with the mean of <c>takes</c> it is a rate.
/// </summary>
/// <param name="Basics">What all steps have in common; its own time is one volume's.</param>
/// <param name="Store">The store.</param>
/// <param name="Fails">The share of the volumes that turns out to be lost.</param>
public sealed record Repair(StepBasics Basics, string Store, Share Fails) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("repair", "Makes volumes whole by hand, one by one for each hand of the crew.", fields => new Repair(
        ReadBasics(fields, takes: null, Level.Incident), ReadBlockStore(fields),
        fields.Optional("fails", Syntaxes.Share, "0%", "what stopped is there again unless a share is known to be lost", "The share of the volumes that turns out to be lost.")));

    /// <inheritdoc/>
    public override string? VolumesOf => Store;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        double seconds = Takes.Mean.TotalSeconds;
        await run.World.Store(Store).Volumes!.Repair(run.Life, seconds > 0 ? Math.Max(1, Crew.Hands) / seconds : double.MaxValue, Fails.Fraction);
    }
}
