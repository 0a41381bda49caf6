using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People cut a block store off from its control plane, so that its requests do no harm elsewhere: volumes that were stuck, and whose writable copy was away, are held when they are copied.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Store">The store.</param>
public sealed record Detach(StepBasics Basics, string Store) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("detach", "Cuts a block store off from its control plane.", fields => new Detach(ReadBasics(fields, "0s", Level.Incident), ReadBlockStore(fields)));

    /// <inheritdoc/>
    public override string? VolumesOf => Store;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.World.Store(Store).Volumes!.Detach(isDetached: true);
    }
}
