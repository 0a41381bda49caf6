using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Takes a journal in, fact by fact.</summary>
internal sealed class OutcomeReader
{
    private readonly List<TenantOutcome> _tenants = [];
    private readonly Dictionary<(string, int), TenantOutcome> _latest = [];
    private readonly List<DatabaseOutcome> _databases = [];
    private readonly Dictionary<(string, int), DatabaseOutcome> _byNumber = [];
    private readonly List<PlanOutcome> _plans = [];
    private readonly List<OthersRolledBack> _rolledBack = [];
    private readonly List<FaultOutcome> _faults = [];
    private readonly List<QueueClosed> _queues = [];
    private readonly List<IncidentOutcome> _incidents = [];
    private readonly List<TenantsHit> _hit = [];
    private readonly List<VolumesOutcome> _volumes = [];
    private readonly List<StripedDatabases> _striped = [];
    private readonly List<Fact> _used = [];
    private BillDrawn? _drawn;

    internal Outcome Finish(Instant end) => new(end, _tenants, _databases, _plans, _rolledBack) { Faults = _faults, Queues = _queues, Volumes = _volumes, Striped = _striped, Hit = _hit, Incidents = _incidents, Used = _used, Drawn = _drawn };

    internal void Read(Fact fact)
    {
        switch (fact)
        {
            case TenantDeleted { Lawful: false } f: Delete(f); break;
            case RestorePointChosen f: Tenant(f, f.Population, f.Tenant).Settle(f.Product, LossOf(f)); break;
            case NothingToRestore f: Tenant(f, f.Population, f.Tenant).Settle(f.Product, Loss.Everything); break;
            case TenantServed f: Serve(f); break;
            case TenantAccepted f: Tenant(f, f.Population, f.Tenant).Accepted ??= f.At; break;
            case DatabaseDown f: Database(f.Databases, f.Database).GoDown(f.At); break;
            case DatabaseUp f: Database(f.Databases, f.Database).ComeUp(f.At); break;
            case FailedOver f: Database(f.Databases, f.Database).FailOver(f); break;
            case ChangesReplayed { Population.Length: > 0 } f: Regain(f); break;
            case DatabaseFact f: Database(f.Databases, f.Database).Take(f); break;
            case FaultBegan f: _faults.Add(new FaultOutcome(f.Fault, f.At) { Occurrence = f.Occurrence }); break;
            case FaultNoticed f: Notice(f); break;
            case PlanReady f: Ready(f); break;
            case PlanGivenUp f: Incident(f.Fault, f.Occurrence)?.GiveUp(f.Plan); break;
            case StepDone f: Do(f); break;
            case BatchBegan f:
                Plan(f.Plan).Begin(f.Batch, f.At);
                Incident(f.Under)?.Begin(f);
                break;
            case BatchEnded f:
                Plan(f.Plan).End(f.Batch, f.Began, f.At);
                Incident(f.Under)?.End(f);
                break;
            case PublicNotice f: Fault(f.Fault, f.Occurrence)?.Tell(f.At, f.IsLast); break;
            case TenantContacted f: Tenant(f, f.Population, f.Tenant).Contacted ??= f.At; break;
            case QueueClosed f: _queues.Add(f); break;
            case TenantsHit f: _hit.Add(f); break;
            case OthersRolledBack f: _rolledBack.Add(f); break;
            case VolumesChanged f: Volumes(f.Store).Add(f); break;
            case StripedDatabases f: _striped.Add(f); break;
            case CrewWorked or StoreRead or BytesCarried: _used.Add(fact); break;
            case BillDrawn f: _drawn = f; break;
        }
    }

    private static Loss LossOf(RestorePointChosen f) => new((f.Deleted - f.Point).TotalSeconds, f.LostWrites, f.LostBytes);

    /// <summary>What others had lost by a rollback is less now.</summary>
    private void Regain(ChangesReplayed f)
    {
        int last = _rolledBack.FindLastIndex(rolled => rolled.Databases == f.Databases && rolled.Database == f.Database && rolled.Population == f.Population);
        _rolledBack[last] = _rolledBack[last] with { Writes = Math.Max(0, _rolledBack[last].Writes - f.Writes), Window = f.LossWindow };
    }

    private void Delete(TenantDeleted f)
    {
        if (_latest.TryGetValue((f.Population, f.Tenant), out TenantOutcome? open) && open.Served is null)
        {
            // The same deletion takes it out of every product at once; later ones find nothing more.
            if (open.Deleted == f.At) open.DeleteFrom(f.Databases, f.Database);
            return;
        }
        var tenant = new TenantOutcome(f.Population, f.Tenant, f.Databases, f.Database, f.Users, f.At);
        _tenants.Add(tenant);
        _latest[(f.Population, f.Tenant)] = tenant;
    }

    private void Serve(TenantServed f)
    {
        TenantOutcome tenant = Tenant(f, f.Population, f.Tenant);
        if (tenant.Served is not null) throw new InvalidOperationException($"it was back already at {tenant.Served}: {f.At} {f.Describe()}");
        tenant.Served = f.At;
        tenant.ServedBy = f.Plan;
        Plan(f.Plan).Serve(f.At);
    }

    private void Do(StepDone f)
    {
        Plan(f.Plan).Do(f);
        Incident(f.Under)?.Do(f);
    }

    private void Notice(FaultNoticed f)
    {
        if (Fault(f.Fault, f.Occurrence) is { Noticed: null } fault) fault.Noticed = f.At;
    }

    private FaultOutcome? Fault(string name, int occurrence) => _faults.FindLast(fault => fault.Name == name && fault.Occurrence == occurrence);

    private IncidentOutcome? Incident(PlanReady? plan) => plan is null ? null : Incident(plan.Fault, plan.Occurrence);

    private IncidentOutcome? Incident(string fault, int occurrence) => _incidents.Find(incident => incident.Fault.Name == fault && incident.Fault.Occurrence == occurrence);

    private void Ready(PlanReady f)
    {
        PlanOutcome plan = Plan(f.Plan);
        plan.Ready ??= f.At;
        plan.Replaces ??= f.Replaces;
        plan.FaultBegan ??= _faults.FindLast(fault => fault.Name == f.Fault)?.Began;
        if (Incident(f) is null && Fault(f.Fault, f.Occurrence) is { } fault) _incidents.Add(new IncidentOutcome(fault));
        Incident(f)?.Begin(f);
    }

    private TenantOutcome Tenant(Fact fact, string population, int tenant) => _latest.TryGetValue((population, tenant), out TenantOutcome? found)
        ? found
        : throw new InvalidOperationException($"it was never deleted: {fact.At} {fact.Describe()}");

    private DatabaseOutcome Database(string databases, int database)
    {
        if (_byNumber.TryGetValue((databases, database), out DatabaseOutcome? found)) return found;
        found = new DatabaseOutcome(databases, database);
        _databases.Add(found);
        _byNumber[(databases, database)] = found;
        return found;
    }

    private VolumesOutcome Volumes(string store)
    {
        VolumesOutcome? volumes = _volumes.Find(v => v.Store == store);
        if (volumes is null) _volumes.Add(volumes = new VolumesOutcome(store));
        return volumes;
    }

    private PlanOutcome Plan(string name)
    {
        PlanOutcome? plan = _plans.Find(p => p.Name == name);
        if (plan is null) _plans.Add(plan = new PlanOutcome(name));
        return plan;
    }
}
