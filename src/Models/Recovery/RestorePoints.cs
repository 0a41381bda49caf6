using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Backups;
using Simulator.Models.Distributions;

namespace Simulator.Models.Recovery;

/// <summary>To which moment tenants go back, and what that loses.</summary>
public static class RestorePoints
{
    /// <summary>The newest point that the plan's backups offer for a tenant under the plan's rule; null where nothing is left.</summary>
    public static RestorePoint? For(StepRun run, Victim victim)
    {
        RecoveryPlan plan = run.Plan.Plan;
        Instant limit = plan.Rule == RestorePointRule.BeforeEachDeletion ? victim.DeletedAt : run.Plan.Incident.FirstDeletionBeside(victim);
        return run.World.Database(victim.Product.In, victim.Database).Protection.Newest(limit, run.World.Now, plan.From);
    }

    /// <summary>Writes down what a tenant loses by going back to a point; it is lost as a whole where there is none.</summary>
    public static void Settle(StepRun run, Victim victim, RestorePoint? point)
    {
        if (point is null)
        {
            victim.IsLost = run.Plan.FoundNothing = true;
            run.World.Journal.Write(new NothingToRestore(run.World.Now, run.Plan.Name, run.Fleet.Name, victim.Tenant) { Product = victim.Product.Name });
            run.Batch.OpenedOne();
            return;
        }
        double expected = victim.Users * victim.Product.Share * run.Fleet.Population.WritesPerUser.Between(point.At, victim.DeletedAt, run.World.Clock);
        long writes = Poisson.Quantile(expected, run.World.Streams.Get(run.Fleet.Name, "lost writes").For(victim.Luck).NextUniform());
        run.World.Journal.Write(new RestorePointChosen(run.World.Now, run.Plan.Name, run.Fleet.Name, victim.Tenant,
            victim.DeletedAt, point.At, point.Source, writes, writes * run.Fleet.Population.WriteSize.Bytes) { Product = victim.Product.Name });
    }
}
