using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Backups;
using Simulator.Models.Distributions;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Tenants;

namespace Simulator.Models.Recovery;

/// <summary>To which moment tenants go back, and what that loses.</summary>
public static class RestorePoints
{
    // Nobody keeps backups longer.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(3650);

    /// <summary>The newest point that the plan's backups offer for a tenant under the plan's rule; null where nothing is left.</summary>
    public static RestorePoint? For(StepRun run, Victim victim) => In(victim.Source, run.World, run.Plan.Incident, run.Plan.Plan, victim);

    /// <summary>
    /// Where to look for a tenant: in the backups of the database that it lives in, if one of their points is younger than its coming; else in those of the
    /// database that it came from, up to its leaving, and so on. A plan that puts back stores as a whole looks only where it lives. Where no point has it, that
    /// is where it lives, too.
    /// </summary>
    public static Stay SourceOf(World world, Incident incident, RecoveryPlan plan, Victim victim)
    {
        Stay last = default;
        foreach (Stay stay in Stays.Before(world.Streams, incident.Fleet!, victim.Product, victim.Tenant, victim.DeletedAt))
        {
            if (stay.Until.IsNever) last = stay;
            if (incident.Fleet!.Population.Moves.PerSecond == 0 || plan.Steps.Any(step => step.Value is Freeze) || In(stay, world, incident, plan, victim) is not null) return stay;
            if (victim.DeletedAt - stay.From > s_longest) break;
        }
        return last;
    }

    private static RestorePoint? In(Stay stay, World world, Incident incident, RecoveryPlan plan, Victim victim)
    {
        Instant limit = plan.Rule == RestorePointRule.BeforeEachDeletion ? victim.DeletedAt : incident.FirstDeletionBeside(victim);
        RestorePoint? newest = world.Database(victim.Product.In, stay.Database).Protection.Newest(Instant.Earlier(limit, stay.Until), world.Now, plan.From);
        return newest?.At < stay.From ? null : newest;
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
            victim.DeletedAt, point.At, point.Source, writes, writes * run.Fleet.Population.WriteSize.Bytes) { Product = victim.Product.Name, Former = point.Base is null || victim.Source.Until.IsNever ? null : victim.Source.Database });
    }
}
