using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People let a block store reach its control plane again: volumes that were held go on.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Store">The store.</param>
public sealed record Attach(StepBasics Basics, string Store) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("attach", "Lets a block store reach its control plane again.", fields => new Attach(ReadBasics(fields, "0s", Level.Incident), ReadBlockStore(fields)));

    /// <inheritdoc/>
    public override string? VolumesOf => Store;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.World.Store(Store).Volumes!.Detach(isDetached: false);
    }
}
