using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Databases;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Loads a tenant's rows into the live database beside the other tenants' traffic, table after table in foreign-key order: each table's bytes over
/// what the database has left for loads, then the time of checking its keys and rebuilding its indexes.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Load(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("load", "Loads a tenant's rows into the live database in foreign-key order.",
        fields => new Load(ReadBasics(fields, "0s", Level.Table)));

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        Victim victim = run.Unit.Victim!;
        Capacity live = run.World.LoadingInto(run.Product, victim.Database);
        Restoring restoring = run.Product.Databases.Restoring;
        foreach (Table table in run.Product.Databases.Schema.Tables)
        {
            Instant moving = run.World.Now;
            double bytes = victim.Data * table.Share.Fraction;
            TimeSpan alone = Transfers.Time(bytes, new DataRate(live.Rate));
            await run.Life.Move(bytes, live);
            run.SpendMoving(Transfers.Beyond(alone, run.World.Now - moving));
            await run.Life.Wait(restoring.Table, run.Luck);
            run.Spend();
            await run.Work(Takes);
        }
    }
}
