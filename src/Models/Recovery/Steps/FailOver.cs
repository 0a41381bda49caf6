using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// People put a standby in a database's place, whether its controller does not, must not or cannot: what the standby lacks is lost. Where no standby is left
/// it waits: the plan is given up at its time, and the next one tries.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record FailOver(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("fail over", "People put a standby in a database's place; what it lacks is lost.",
        fields => new FailOver(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override bool Opens => true;

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        DatabaseRun database = run.Unit.Shared!.Whole!;
        await run.Work(Takes);
        if (database.NeedsHelp || !database.Serves.IsTrue) await database.PromoteByHand();
        await run.Life.Until(database.Serves);
        run.Batch.OpenedOne();
    }
}
