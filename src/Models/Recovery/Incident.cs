using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Tenants;

namespace Simulator.Models.Recovery;

/// <summary>One fault's deletions, and the tenants among them that no plan has begun to bring back.</summary>
public sealed class Incident(World world, string fault, Fleet fleet)
{
    private readonly List<Victim> _victims = [];
    private readonly Dictionary<int, Instant> _firstDeletion = [];

    /// <summary>The fault's name in the scenario.</summary>
    public string Fault { get; } = fault;

    /// <summary>Whose tenants they are.</summary>
    public Fleet Fleet { get; } = fleet;

    /// <summary>Everyone who was deleted, in the order of deletion.</summary>
    public IReadOnlyList<Victim> Victims => _victims;

    /// <summary>Those whom no batch has taken yet, in the order in which they will be taken.</summary>
    public List<Victim> Waiting { get; private set; } = [];

    /// <summary>When the first tenant of a database was deleted.</summary>
    public Instant FirstDeletionIn(int database) => _firstDeletion[database];

    /// <summary>Deletes one tenant now.</summary>
    /// <param name="tenant">Its number.</param>
    /// <param name="hard">Whether its data is deleted, or only marked.</param>
    /// <param name="grace">How long the deletion can be undone.</param>
    public void Delete(int tenant, bool hard, TimeSpan grace)
    {
        Victim victim = new()
        {
            Tenant = tenant,
            Database = Fleet.Home(tenant),
            Users = Fleet.Users(tenant),
            Data = Fleet.Data(tenant),
            DeletedAt = world.Now,
            UndoableUntil = world.Now + grace,
        };
        _victims.Add(victim);
        _firstDeletion.TryAdd(victim.Database, world.Now);
        world.Journal.Write(new TenantDeleted(world.Now, Fleet.Name, tenant, victim.Database, victim.Users, hard) { Databases = Fleet.Population.In });
    }

    /// <summary>
    /// Somebody has noticed: the first plan begins that handles this fault and is for so many, with whatever is to take over from it later.
    /// </summary>
    public void Notice()
    {
        Waiting = [.. _victims];
        List<Named<RecoveryPlan>> handling = [.. world.Scenario.Recovery.Where(plan => plan.Value.Handles.Contains(Fault))];
        Named<RecoveryPlan>[] first = [.. handling.Where(plan => plan.Value.Replaces is null && _victims.Count <= plan.Value.AtMost).Take(1)];
        List<PlanRun> runs = [.. first.Select(plan => new PlanRun(world, this, plan, replaced: null))];
        foreach (Named<RecoveryPlan> plan in handling)
            if (runs.Find(run => run.Name == plan.Value.Replaces) is { } replaced) runs.Add(new PlanRun(world, this, plan, replaced));
        foreach (PlanRun run in runs) world.Forever.Start(run.Run());
    }
}
