using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People bring new nodes into a block store: volumes that lack a copy find room there.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Store">The store.</param>
/// <param name="Room">How much, as a share of what all copies took at first.</param>
public sealed record AddRoom(StepBasics Basics, string Store, Share Room) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("add room", "Brings new nodes into a block store, with room for new copies of volumes.", fields => new AddRoom(
        ReadBasics(fields, "0s", Level.Incident), ReadBlockStore(fields),
        fields.Required("room", Syntaxes.Share, "How much room, as a share of what all copies take.")));

    /// <inheritdoc/>
    public override string? VolumesOf => Store;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.World.Store(Store).Volumes!.AddRoom(Room.Fraction);
    }
}
