using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Waits until a database's standbys have caught up with it: rebuilt where they had to be, and in step.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Standby">Which of them; empty for all.</param>
public sealed record Follow(StepBasics Basics, string Standby) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("follow", "Waits until a database's standbys are in step with it.", fields => new Follow(
        ReadBasics(fields, "0s", Level.Database),
        fields.Optional("standby", Syntaxes.NameOf("databases.*.standbys").OrNone(), "none", "all of them, unless one is named", "Which standbys it waits for.")));

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        DatabaseRun database = run.Unit.Shared!.Whole!;
        await run.Life.Until(database.Serves);
        run.Spend(TimeUse.WaitingForTheFault);
        // While one is waited for another may have fallen behind.
        while (database.Copies.FirstOrDefault(copy => copy != database.Primary && (Standby.Length == 0 || copy.Kind == Standby) && !copy.InStep.IsTrue) is { } behind)
            await run.Life.Until(behind.InStep);
        run.Spend(TimeUse.Moving);
        await run.Work(Takes);
    }
}
