using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People stop the searches of volumes that find no room, which take from what the nodes could copy. Room that comes later is found all the same.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Store">The store.</param>
public sealed record Calm(StepBasics Basics, string Store) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("calm", "Stops the searches of volumes that find no room.", fields => new Calm(ReadBasics(fields, "0s", Level.Incident), ReadBlockStore(fields)));

    /// <inheritdoc/>
    public override string? VolumesOf => Store;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.World.Store(Store).Volumes!.Search(goesOn: false);
    }
}
