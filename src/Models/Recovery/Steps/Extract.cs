using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Takes the deleted tenants' rows out of a side instance, one tenant after the other in the order of deletion: the instance is rolled forward to
/// the tenant's own restore point, its rows are read out, then on to the next. A copy can only be rolled forward, hence the order.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Extract(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("extract", "Rolls a side instance forward from tenant to tenant and takes their rows out.",
        fields => new Extract(ReadBasics(fields, "0s", Level.Tenant)));

    /// <inheritdoc/>
    public override Level Begins => Level.Database;

    /// <inheritdoc/>
    public override Level Finishes => Level.Tenant;

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
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
}
