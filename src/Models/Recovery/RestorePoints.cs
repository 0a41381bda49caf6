using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Models.Backups;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>To which moment tenants go back, and what that loses.</summary>
public static class RestorePoints
{
    /// <summary>The newest point that the plan's backups offer for a tenant under the plan's rule; null where nothing is left.</summary>
    public static RestorePoint? For(StepRun run, Victim victim)
    {
        RecoveryPlan plan = run.Plan.Plan;
        Instant limit = plan.Rule == RestorePointRule.BeforeEachDeletion ? victim.DeletedAt : run.Plan.Incident.FirstDeletionIn(victim.Database);
        RestorePoint? best = null;
        foreach (string name in plan.From)
        {
            BackupPolicy? policy = run.Fleet.Databases.Backups.Where(backup => backup.Name == name).Select(backup => backup.Value).FirstOrDefault();
            if (policy is not null) best = policy.Offer(best, name, limit, run.World.Now, OffsetOf(run, name, policy, victim.Database));
        }
        return best;
    }

    /// <summary>Writes down what a tenant loses by going back to a point; it is lost as a whole where there is none.</summary>
    public static void Settle(StepRun run, Victim victim, RestorePoint? point)
    {
        if (point is null)
        {
            victim.IsLost = true;
            run.World.Journal.Write(new NothingToRestore(run.World.Now, run.Plan.Name, run.Fleet.Name, victim.Tenant));
            run.Batch.OpenedOne();
            return;
        }
        double expected = victim.Users * run.Fleet.Population.WritesPerUser.Between(point.At, victim.DeletedAt, run.World.Clock);
        long writes = Poisson.Quantile(expected, run.World.Streams.Get(run.Fleet.Name, "lost writes").For((ulong)victim.Tenant).NextUniform());
        run.World.Journal.Write(new RestorePointChosen(run.World.Now, run.Plan.Name, run.Fleet.Name, victim.Tenant,
            victim.DeletedAt, point.At, point.Source, writes, writes * run.Fleet.Population.WriteSize.Bytes));
    }

    /// <summary>When a database's points of one backup are cut: drawn once per trial in [0, every), as the fault meets the cadence at any phase.</summary>
    private static TimeSpan OffsetOf(StepRun run, string backup, BackupPolicy policy, int database)
    {
        RandomStream phase = run.World.Streams.Get($"{run.Fleet.Population.In}.{backup}", "offset").For((ulong)database);
        return TimeSpan.FromTicks((long)(phase.NextUniform() * policy.Every.Ticks));
    }
}
