using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Takes back a soft deletion within its grace period: nothing was ever gone, so nothing is lost. A hard deletion cannot be taken back.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Undelete(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("undelete", "Takes back a soft deletion within its grace period.",
        fields => new Undelete(ReadBasics(fields, takes: null, Level.Tenant)));

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        Victim victim = run.Unit.Victim!;
        await run.Work(Takes);
        bool undoable = victim.UndoableUntil > victim.DeletedAt && run.World.Now <= victim.UndoableUntil;
        RestorePoints.Settle(run, victim, undoable ? new RestorePoint(victim.DeletedAt, null, "", "the mark of deletion taken back") : null);
    }
}
