using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People put a database that failed over back in its first place, once the copy there is in step: writes stop before, so nothing is lost.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record FailBack(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("fail back", "Puts a database that failed over back in its first place, once the copy there is in step.",
        fields => new FailBack(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override bool Opens => true;

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        DatabaseRun database = run.Unit.Shared!.Whole!;
        await run.Work(Takes);
        await database.GoBackByHand(run.Life);
        run.Spend(TimeUse.Moving);
        await run.Life.Until(database.Serves);
        run.Batch.OpenedOne();
    }
}
