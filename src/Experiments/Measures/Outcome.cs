using Simulator.Experiments.Costs;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What a trial came to, as far as measures need it: one pass over its journal.</summary>
/// <param name="End">When the run ended; what had not happened by then is known only to take longer.</param>
/// <param name="Tenants">Every deletion of a tenant, in order. A tenant that is deleted again before it is back counts once.</param>
/// <param name="Databases">Databases that the journal speaks of, in the order in which it first does.</param>
/// <param name="Plans">Recovery plans that appear in the journal, in the order in which they first do.</param>
/// <param name="RolledBack">Shared stores that were put back as a whole, in order.</param>
public sealed record Outcome(
    Instant End, IReadOnlyList<TenantOutcome> Tenants, IReadOnlyList<DatabaseOutcome> Databases, IReadOnlyList<PlanOutcome> Plans,
    IReadOnlyList<OthersRolledBack> RolledBack)
{
    private Bill? _bill;
    private readonly ILookup<string, TenantOutcome> _byPopulation = Tenants.ToLookup(t => t.Population);

    /// <summary>Reads a journal.</summary>
    /// <param name="facts">The facts of one trial, oldest first.</param>
    /// <param name="end">When the run ended.</param>
    /// <exception cref="InvalidOperationException">The journal contradicts itself: a tenant came back that was never deleted.</exception>
    public static Outcome Of(IReadOnlyList<Fact> facts, Instant end)
    {
        var reader = new OutcomeReader();
        foreach (Fact fact in facts) reader.Read(fact);
        return reader.Finish(end);
    }

    /// <summary>The names of the tenants hit, in the order in which they were first hit.</summary>
    public IReadOnlyList<string> Populations { get; } = [.. Tenants.Select(t => t.Population).Distinct()];

    /// <summary>The deletions in one population, in order; of all populations where the name is empty.</summary>
    public IEnumerable<TenantOutcome> TenantsOf(string population) =>
        population.Length == 0 ? Tenants : _byPopulation[population];

    /// <summary>The faults that began, in order.</summary>
    public IReadOnlyList<FaultOutcome> Faults { get; init; } = [];

    /// <summary>What people did about them, in the order in which plans became ready.</summary>
    public IReadOnlyList<IncidentOutcome> Incidents { get; init; } = [];

    /// <summary>What faults of databases did to populations, in the order of the scenario.</summary>
    public IReadOnlyList<TenantsHit> Hit { get; init; } = [];

    /// <summary>What faults of databases did to one population; to all of them where the name is empty.</summary>
    public IEnumerable<TenantsHit> HitOf(string population) => Hit.Where(h => population.Length == 0 || h.Population == population);

    /// <summary>The balances of queues, in the order of the scenario.</summary>
    public IReadOnlyList<QueueClosed> Queues { get; init; } = [];

    /// <summary>What became of volumes, by block store, in the order in which the stores were first hit.</summary>
    public IReadOnlyList<VolumesOutcome> Volumes { get; init; } = [];

    /// <summary>Collections of databases that are striped over volumes of a store that was hit.</summary>
    public IReadOnlyList<StripedDatabases> Striped { get; init; } = [];

    /// <summary>What recoveries used that is paid for, and who worked; empty where the scenario has no costs.</summary>
    public IReadOnlyList<Fact> Used { get; init; } = [];

    /// <summary>What things cost; null where the scenario has no costs.</summary>
    public BillDrawn? Drawn { get; init; }

    /// <summary>What the trial costs; null where the scenario has no costs.</summary>
    public Bill? Bill => _bill ??= Bill.Of(this);

    /// <summary>The databases of one name that the journal speaks of.</summary>
    public IEnumerable<DatabaseOutcome> DatabasesOf(string databases) => Databases.Where(d => d.Databases == databases);

    /// <summary>The balances that were drawn of databases of one name.</summary>
    public IEnumerable<LedgerClosed> LedgersOf(string databases) => DatabasesOf(databases).Select(d => d.Ledger).OfType<LedgerClosed>();

    /// <summary>Seconds between two moments; where the second did not come by the end of the run, more than until then.</summary>
    public Observed Between(Instant from, Instant? to) =>
        to is { } until ? Observed.Exactly((until - from).TotalSeconds) : Observed.MoreThan((End - from).TotalSeconds);

    /// <summary>One plan; null if it does not appear.</summary>
    public PlanOutcome? Plan(string name) => Plans.FirstOrDefault(p => p.Name == name);
}
