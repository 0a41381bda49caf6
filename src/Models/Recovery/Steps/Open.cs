using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Backups;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Gives deleted tenants back to their users. Done for a tenant or a batch, it opens the tenants; done for a database that was frozen, it puts the
/// whole store back in place of the live one, and whatever the other tenants wrote since the restore point is gone.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Open(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("open", "Gives deleted tenants back to their users.",
        fields => new Open(ReadBasics(fields, "0s", Level.Tenant, Level.Batch, Level.Database)));

    /// <inheritdoc/>
    public override bool Opens => true;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        if (run.Plan.Incident.Fleet is null) await OpenWhole(run);
        else if (run.Unit.Victim is { } one) Serve(run, one);
        else if (run.Unit.Shared is { } shared)
        {
            if (shared.FrozenAt is { } frozen) RollBack(run, shared, frozen);
            foreach ((_, Victim victim) in shared.Victims) Serve(run, victim);
        }
        else
            foreach (Victim victim in run.Batch.Victims) Serve(run, victim);
    }

    /// <summary>
    /// What was restored of whole databases takes the place of what was lost, and what was loaded of harmed tables that of them; where nothing was left to restore they are left to the
    /// next plan, and given up where there is none.
    /// </summary>
    private static async Process OpenWhole(StepRun run)
    {
        bool isInParts = run.Plan.Plan.PutsPartsBack;
        foreach (Shared shared in run.Unit.Shared is { } one ? [one] : run.Batch.Databases)
        {
            DatabaseRun database = shared.Whole!;
            if (isInParts) await run.Life.Until(database.Serves);
            bool isFound = shared.Restored is { } point && (isInParts ? database.PutBackTables(point, Extract.IsByTables(run.Plan.Plan)) : database.ServeFrom(point));
            if (!isFound && database.NeedsHelp)
            {
                run.Plan.FoundNothing = true;
                if (!isInParts && !run.Plan.HasNext) database.Abandon();
            }
            run.Batch.OpenedOne();
        }
    }

    private static void Serve(StepRun run, Victim victim)
    {
        if (victim.IsLost) return;
        victim.IsBack = true;
        if (victim.IsWhole) run.World.Journal.Write(new TenantServed(run.World.Now, run.Plan.Name, run.Fleet.Name, victim.Tenant));
        run.Batch.OpenedOne();
    }

    private static void RollBack(StepRun run, Shared shared, Instant frozen)
    {
        SideInstance side = shared.Side ?? throw new InvalidOperationException("a frozen store is opened before any step has restored it");
        RestorePoint? point = side.Points.OfType<RestorePoint>().MinBy(candidate => candidate.At);
        foreach ((_, Victim victim) in shared.Victims) RestorePoints.Settle(run, victim, point?.At < victim.Source.From ? null : point);
        if (point is not null)
        {
            int others = run.Product.CrowdOf(shared.Database).Tenants - shared.Victims.Count;
            double writes = WritesOfOthers(run, shared, point.At, frozen);
            run.World.Journal.Write(new OthersRolledBack(run.World.Now, run.Product.In, shared.Database, run.Fleet.Name, others, frozen - point.At, writes));
        }
        run.World.Queues.Tell(run.Product.In, shared.Database, serves: true);
        run.World.Journal.Write(new DatabaseUp(run.World.Now, run.Product.In, shared.Database, "put back as a whole"));
    }

    /// <summary>What those who share a database with deleted tenants write between two moments: the expected number.</summary>
    internal static double WritesOfOthers(StepRun run, Shared shared, Instant from, Instant to)
    {
        long users = run.Product.CrowdOf(shared.Database).Users - shared.Victims.Sum(pair => (long)pair.Victim.Users);
        return users * run.Product.Share * run.Fleet.Population.WritesPerUser.Between(from, to, run.World.Clock);
    }
}
