using Simulator.Kernel;
using Simulator.Models.Communication;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Tenants;

namespace Simulator.Models.Recovery;

/// <summary>One fault's harm, and what of it no plan has begun to make good: the tenants that it deleted, or the databases that it hit.</summary>
public sealed class Incident
{
    private readonly World _world;
    private readonly List<Victim> _victims = [];
    private readonly Dictionary<(Product, int), Instant> _firstDeletion = [];
    private readonly List<DatabaseRun> _databases = [];
    private readonly List<Named<RecoveryPlan>> _drawer = [];
    private readonly List<Telling> _tellings = [];
    private List<Victim> _waiting = [];

    /// <summary>An incident of deleted tenants.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="fault">The fault's name in the scenario.</param>
    /// <param name="number">Which of the fault's occurrences it is, from 0.</param>
    /// <param name="fleet">Whose tenants they are.</param>
    public Incident(World world, string fault, int number, Fleet fleet) => (_world, Fault, Number, Fleet) = (world, fault, number, fleet);

    /// <summary>An incident of whole databases, or of none: of whatever a fault has hit.</summary>
    public Incident(World world, Occurrence fault) => (_world, Fault, Number, Occurrence) = (world, fault.Name, fault.Number, fault);

    /// <summary>The fault's name in the scenario.</summary>
    public string Fault { get; }

    /// <summary>Which of the fault's occurrences it is, from 0.</summary>
    public int Number { get; }

    /// <summary>Whose tenants they are; null where none were deleted.</summary>
    public Fleet? Fleet { get; }

    /// <summary>The fault that lasts until it ends, or until people end it; null for a script that deletes.</summary>
    public Occurrence? Occurrence { get; }

    /// <summary>How many tenants were deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>Everyone who was deleted, in the order of deletion; one entry for each product that keeps a part of a tenant.</summary>
    public IReadOnlyList<Victim> Victims => _victims;

    /// <summary>Whether something waits that no batch has taken yet.</summary>
    public bool HasWaiting => _waiting.Count > 0 || _databases.Count > 0;

    /// <summary>Whether everyone is back, or known to be lost.</summary>
    public bool IsOver => _victims.TrueForAll(victim => victim.IsBack || victim.IsLost)
        && (Occurrence is null || (Occurrence.IsSettled.IsTrue && Occurrence.Databases.All(database => database.IsDead || (database.Serves.IsTrue && !database.NeedsHelp))));

    /// <summary>Whether anybody is told of it.</summary>
    public bool IsTold => _tellings.Count > 0;

    /// <summary>When the first tenant was deleted that lives in the database of one.</summary>
    public Instant FirstDeletionBeside(Victim victim) => _firstDeletion[(victim.Product, victim.Database)];

    /// <summary>Deletes one tenant now, in every product.</summary>
    /// <param name="tenant">Its number.</param>
    /// <param name="hard">Whether its data is deleted, or only marked.</param>
    /// <param name="grace">How long the deletion can be undone.</param>
    public void Delete(int tenant, bool hard, TimeSpan grace)
    {
        List<Victim> parts = [];
        foreach (Product product in Fleet!.Products)
        {
            parts.Add(new Victim
            {
                Tenant = tenant,
                Product = product,
                Database = product.Home(tenant),
                Users = Fleet.Users(tenant),
                Data = Fleet.Data(tenant) * product.Share,
                Tier = Fleet.Tier(tenant),
                DeletedAt = _world.Now,
                UndoableUntil = _world.Now + grace,
                Parts = parts,
            });
            _firstDeletion.TryAdd((product, parts[^1].Database), _world.Now);
            _world.Journal.Write(new TenantDeleted(_world.Now, Fleet.Name, tenant, parts[^1].Database, parts[^1].Users, hard) { Databases = product.In, Tier = Fleet.TierName(tenant) });
        }
        _victims.AddRange(parts);
        Deleted++;
    }

    /// <summary>
    /// Somebody has noticed: the first plan begins that handles this fault and is for so many, with whatever is to take over from it later. A plan that is
    /// given up leaves what it has not brought back to the next.
    /// </summary>
    public void Notice()
    {
        _waiting = [.. _victims];
        _drawer.AddRange(_world.Scenario.Recovery.Where(plan => plan.Value.Handles.Contains(Fault)));
        foreach (string crew in _drawer.SelectMany(plan => plan.Value.Steps).Select(step => step.Value.Crew).Where(need => need.Hands > 0).Select(need => need.Crew).Distinct()) _world.Crew(crew).Escalate();
        _tellings.AddRange(_world.Scenario.Communication.Where(one => one.Value.About.Contains(Fault)).Select(one => new Telling(_world, this, one)));
        foreach (Telling telling in _tellings) telling.Begin();
        Begin();
    }

    /// <summary>A step of a plan was done for some of those who were hit.</summary>
    /// <param name="step">As <c>plan.step</c>.</param>
    /// <param name="victims">For whom it was done.</param>
    public void Done(string step, IEnumerable<Victim> victims)
    {
        foreach (Telling telling in _tellings) telling.Done(step, victims);
    }

    /// <summary>Whether there is a plan that has not been tried and could be, beside one.</summary>
    public bool HasPlanBeside(string plan) => _drawer.Exists(other => other.Name != plan && IsForThis(other.Value));

    /// <summary>Nothing comes of a plan any more: what it has not brought back, or has found nothing for, is left to the next one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="left">What it leaves.</param>
    public void GiveUp(Named<RecoveryPlan> plan, IEnumerable<Lot> left)
    {
        _drawer.RemoveAll(other => other.Name == plan.Name);
        foreach (Lot lot in left) _waiting.AddRange(lot.Victims.Where(victim => !victim.IsBack));
        foreach (Victim victim in _waiting) victim.IsLost = false;
        Begin();
    }

    /// <summary>Takes what comes next: so many tenants in the order of the batches, or so many of the databases that do not serve by themselves.</summary>
    public Lot Take(RecoveryPlan plan)
    {
        Batches batches = plan.Batches;
        if (_waiting.Count == 0) return TakeDatabases(batches);
        batches.Sort(_waiting);
        int taken = 0;
        for (int tenants = 0; taken < _waiting.Count; taken++)
        {
            if (taken > 0 && _waiting[taken].Parts == _waiting[taken - 1].Parts) continue;
            if (tenants++ == batches.Size) break;
        }
        List<Victim> first = _waiting.GetRange(0, taken);
        _waiting.RemoveRange(0, taken);
        foreach (Victim victim in first) victim.Source = RestorePoints.SourceOf(_world, this, plan, victim);
        return Lot.Of(first);
    }

    private Lot TakeDatabases(Batches batches)
    {
        batches.Sort(_databases);
        List<DatabaseRun> taken = _databases.GetRange(0, Math.Min(batches.Size, _databases.Count));
        _databases.RemoveRange(0, taken.Count);
        return new Lot([], [.. taken.Select((database, index) => new Shared(index, database.Number, []) { Whole = database })]);
    }

    private bool IsForThis(RecoveryPlan plan) => plan.Replaces is null && Deleted <= plan.AtMost;

    private void Begin()
    {
        if (Occurrence is not null)
        {
            _databases.Clear();
            bool goesBack = _drawer.Exists(plan => plan.Value.Steps.Any(step => step.Value is FailBack));
            _databases.AddRange(Occurrence.Databases.Where(database => !database.IsDead && (database.NeedsHelp || !database.Serves.IsTrue || (goesBack && database.IsAway))));
        }
        if (_drawer.Find(plan => IsForThis(plan.Value)) is not { Name: not null } first) return;
        List<PlanRun> runs = [new PlanRun(_world, this, first, replaced: null)];
        foreach (Named<RecoveryPlan> plan in _drawer)
            if (runs.Find(run => run.Name == plan.Value.Replaces) is { } replaced) runs.Add(new PlanRun(_world, this, plan, replaced));
        foreach (PlanRun run in runs) run.Begin();
    }
}
