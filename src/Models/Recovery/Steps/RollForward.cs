using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Rolls a restored copy forward to the restore point of its store: the newest that is before every deletion in it.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record RollForward(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("roll forward", "Rolls a restored copy forward to its store's restore point.",
        fields => new RollForward(ReadBasics(fields, "0s", Level.Database)));

    /// <summary>Replays the log from where a copy stands to a moment; one that is there already stays.</summary>
    public static async Process To(StepRun run, SideInstance side, Instant moment)
    {
        if (moment <= side.Position) return;
        double log = run.Product.Databases.Writes.Between(side.Position, moment, run.World.Clock);
        await run.Life.Wait(Transfers.Time(log, run.Product.Databases.Restoring.Replay));
        side.Position = moment;
    }

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        SideInstance side = run.Unit.Shared!.Side ?? throw new InvalidOperationException("a step rolls forward a copy that no step before it has restored");
        await run.Work(Takes);
        RestorePoint? oldest = side.Points.OfType<RestorePoint>().MinBy(point => point.At);
        if (oldest is null) return;
        await To(run, side, oldest.At);
        run.Spend(TimeUse.Moving);
    }
}
