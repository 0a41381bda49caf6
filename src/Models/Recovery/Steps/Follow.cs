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

    private static readonly TimeSpan s_look = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        DatabaseRun database = run.Unit.Shared!.Whole!;
        await run.Life.Until(database.Serves);
        run.Spend(TimeUse.WaitingForTheFault);
        // Who is rebuilt, or takes up another log, gets a new follower on the way: look again now and then until nobody is behind.
        while (database.Copies.FirstOrDefault(copy => copy != database.Primary && (Standby.Length == 0 || copy.Kind == Standby) && copy.Follower?.InStep.IsTrue != true) is { } behind)
            await run.Life.Until(behind.Follower?.InStep ?? behind.Follows, s_look);
        run.Spend(TimeUse.Moving);
        await run.Work(Takes);
    }
}
