using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Builds the copies of a database anew that a failover has left with another history, from its newest full copy in a backup; then they follow. Without
/// such a step they are copied at once from the one that serves.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Rebuild(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("rebuild", "Builds the copies anew that a failover has left with another history, from a backup.",
        fields => new Rebuild(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        await run.Unit.Shared!.Whole!.BuildAnew(run.Life, run.From);
        run.SpendRestoring(run.Unit.Shared.Whole.Protection);
    }
}
