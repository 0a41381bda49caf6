using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Nobody touches anything: the fault passes, the database serves again, and nothing is lost. For how long, <c>gives up after</c> of the plan says.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record WaitOut(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("wait", "Waits until a database serves again by itself.",
        fields => new WaitOut(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override bool Opens => true;

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Life.Until(run.Unit.Shared!.Whole!.Serves);
        run.Spend(TimeUse.WaitingForTheFault);
        await run.Work(Takes);
        run.Batch.OpenedOne();
    }
}
