using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Takes a live database out of service for everyone in it, before it is put back as a whole.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Freeze(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("freeze", "Takes a live database out of service for everyone in it.",
        fields => new Freeze(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.Unit.Shared!.FrozenAt = run.World.Now;
        run.World.Queues.Tell(run.Product.In, run.Unit.Shared.Database, serves: false);
        run.World.Journal.Write(new DatabaseDown(run.World.Now, run.Product.In, run.Unit.Shared.Database, $"{run.Plan.Name} freezes it"));
    }
}
