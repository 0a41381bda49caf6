using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Takes the deleted tenants' rows out of a side instance, one tenant after the other in the order of deletion: the instance is rolled forward to
/// the tenant's own restore point, its rows are read out, then on to the next. A copy can only be rolled forward, hence the order. Of tables that were harmed
/// the rows, or the tables whole, are taken out of a copy from before the harm.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="ByTables">Of harmed tables: whether they are taken out whole, rather than the rows that are harmed.</param>
public sealed record Extract(StepBasics Basics, bool ByTables) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("extract", "Rolls a side instance forward from tenant to tenant and takes their rows out.",
        fields => new Extract(
        ReadBasics(fields, "0s", Level.Tenant),
        fields.Optional("by", Syntaxes.Choice("what is taken out", ("rows", false), ("tables", true)), "rows", "what was not harmed is left alone unless it is said otherwise",
            "Of tables that a migration harmed: the rows that are harmed, by filtered reads; or the tables whole, as fast as a copy is read, with the loss of what was written to them since.")));

    /// <summary>Whether a plan takes harmed tables out whole.</summary>
    public static bool IsByTables(RecoveryPlan plan) => plan.Steps.Any(step => step.Value is Extract { ByTables: true });

    /// <inheritdoc/>
    public override Level Begins => Level.Database;

    /// <inheritdoc/>
    public override Level Finishes => Level.Tenant;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        if (run.Unit.Shared!.Whole is { } whole)
        {
            await OfTables(run, whole);
            return;
        }
        SideInstance side = run.Unit.Shared!.Side ?? throw new InvalidOperationException("a step extracts from a side instance that no step before it has restored");
        for (int i = 0; i < side.Points.Count; i++)
        {
            (int index, Victim victim) = run.Unit.Shared.Victims[i];
            RestorePoints.Settle(run, victim, side.Points[i]);
            if (side.Points[i] is { } point)
            {
                await RollForward.To(run, side, point.At);
                await run.Life.Wait(Transfers.Time(victim.Data, run.Product.Databases.Restoring.Extract));
                run.Spend(TimeUse.Moving);
                await run.Work(Takes);
            }
            run.Finish(index, new UnitName(victim.Product.PartName, victim.Tenant));
        }
    }

    private async Process OfTables(StepRun run, DatabaseRun database)
    {
        if (database.Harm is { } harm && run.Unit.Shared!.Restored is not null)
            await run.Life.Wait(Transfers.Time(database.Bytes * harm.OfTables * harm.OfEach(ByTables), ByTables ? database.Database.Restoring.Copy : database.Database.Restoring.Extract));
        run.Spend(TimeUse.Moving);
        await run.Work(Takes);
    }
}
