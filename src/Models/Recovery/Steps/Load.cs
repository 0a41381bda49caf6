using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Databases;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Loads a tenant's rows, or the harmed tables of a database or their rows, into the live database beside the other tenants' traffic, table after table in foreign-key order: each table's bytes over
/// what the database has left for loads, then the time of checking its keys and rebuilding its indexes.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Load(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("load", "Loads a tenant's rows into the live database in foreign-key order.",
        fields => new Load(ReadBasics(fields, "0s", Level.Table)));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        if (run.Unit.Shared!.Whole is { } whole) await Into(run, whole.Name, whole.Database, whole.Number, whole.Harm?.Tables ?? [], whole.Bytes * (whole.Harm?.OfEach(Extract.IsByTables(run.Plan.Plan)) ?? 0));
        else await Into(run, run.Product.In, run.Product.Databases, run.Unit.Victim!.Database, run.Product.Databases.Schema.Tables, run.Unit.Victim.Data);
    }

    /// <summary>Loads tables, parents first.</summary>
    private async Process Into(StepRun run, string name, Database databases, int number, IReadOnlyList<Table> tables, double bytes)
    {
        Capacity live = run.World.LoadingInto(name, databases, number);
        foreach (Table table in tables)
        {
            Instant moving = run.World.Now;
            double part = bytes * table.Share.Fraction;
            TimeSpan alone = Transfers.Time(part, new DataRate(live.Rate));
            await run.Life.Move(part, live);
            run.SpendMoving(Transfers.Beyond(alone, run.World.Now - moving));
            await run.Life.Wait(databases.Restoring.Table, run.Luck);
            run.Spend();
            await run.Work(Takes);
        }
    }
}
