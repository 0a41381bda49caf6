using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;
using Simulator.Models.Backups;
using Simulator.Models.Crews;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Databases.Run;
using Simulator.Models.Dependencies;
using Simulator.Models.Faults;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
using Simulator.Models.Queues;
using Simulator.Models.Recovery;
using Simulator.Models.Stores;
using Simulator.Models.Tenants;

namespace Simulator.Models;

/// <summary>The state of one trial: what is built from a scenario, and thrown away when the trial is over.</summary>
public sealed class World
{
    // The other tenants' writes come first; a load always gets this much of the database's rate, or a busy hour would stop it for good.
    private const double LeastForLoads = 0.1;

    private readonly Dictionary<string, CrewRun> _crews;
    private readonly Dictionary<string, RateLimit> _limits;
    private readonly Dictionary<(string, int), DatabaseRun> _databases = [];
    private readonly List<DatabaseRun> _made = [];
    private readonly Dictionary<(string, int), Victim?> _deleted = [];
    private readonly Dictionary<(string, int), Capacity> _loads = [];

    /// <summary>Builds every part; nothing runs yet.</summary>
    /// <param name="scenario">What stands where.</param>
    /// <param name="fleets">Its populations under the study's seed.</param>
    /// <param name="streams">The trial's random streams.</param>
    public World(Scenario scenario, IReadOnlyDictionary<string, Fleet> fleets, Streams streams)
    {
        Scenario = scenario;
        Fleets = fleets;
        Simulation = new Simulation(streams);
        Clock = scenario.Starts is { } starts ? TimeSpan.FromDays(((int)starts.DayOfWeek + 6) % 7) + starts.TimeOfDay : TimeSpan.Zero;
        _crews = scenario.Crews.ToDictionary(crew => crew.Name, crew => new CrewRun(this, crew));
        _limits = scenario.Limits.ToDictionary(limit => limit.Name, limit => new RateLimit(limit.Value.Rate.PerSecond, limit.Value.AtOnce));
        Network = new Network(this);
        (Stopped, Destroyed) = (new Missing(scenario), new Missing(scenario));
        Stores = new StoreRuns(this, scenario.Stores);
        Queues = new QueueRuns(this, scenario.Queues);
        Dependencies = new DependencyRuns(this);
        Usage = new Costs.Usage(this);
    }

    /// <summary>What stands where.</summary>
    public Scenario Scenario { get; }

    /// <summary>The populations, by name.</summary>
    public IReadOnlyDictionary<string, Fleet> Fleets { get; }

    /// <summary>Clock, calendar and loop.</summary>
    public Simulation Simulation { get; }

    /// <summary>The moment that it is.</summary>
    public Instant Now => Simulation.Now;

    /// <summary>The time of the week at the start of the run, since Monday 00:00; 0 where the run has no date.</summary>
    public TimeSpan Clock { get; }

    /// <summary>Lasts as long as the trial.</summary>
    public Lifetime Forever => Simulation.Forever;

    /// <summary>What has happened.</summary>
    public Journal Journal => Simulation.Journal;

    /// <summary>Where luck comes from.</summary>
    public Streams Streams => Simulation.Streams;

    /// <summary>A region by its name.</summary>
    public Region Region(string name) => Scenario.Regions.First(region => region.Name == name).Value;

    /// <summary>A crew by its name.</summary>
    public CrewRun Crew(string name) => _crews[name];

    /// <summary>A limit of calls by its name.</summary>
    public RateLimit Limit(string name) => _limits[name];

    /// <summary>A store by its name.</summary>
    public StoreRun Store(string name) => Stores[name];

    /// <summary>All stores.</summary>
    public StoreRuns Stores { get; }

    /// <summary>All queues.</summary>
    public QueueRuns Queues { get; }

    /// <summary>What databases and queues need from outside.</summary>
    public DependencyRuns Dependencies { get; }

    /// <summary>What recoveries use up that is paid for.</summary>
    internal Costs.Usage Usage { get; }

    /// <summary>The ways between zones.</summary>
    public Network Network { get; }

    /// <summary>One database; made when it is first asked for.</summary>
    public DatabaseRun Database(string name, int number)
    {
        if (_databases.TryGetValue((name, number), out DatabaseRun? known)) return known;
        var database = new DatabaseRun(this, Scenario.Databases.First(databases => databases.Name == name), number);
        _databases.Add((name, number), database);
        _made.Add(database);
        database.Protection.LayWays();
        return database;
    }

    /// <summary>The places that stand still.</summary>
    public Missing Stopped { get; }

    /// <summary>The places that were destroyed at some time, whether they can be used again or not.</summary>
    public Missing Destroyed { get; }

    /// <summary>The fault that began last, of those that hit places, copies and what connects them.</summary>
    internal Occurrence? Latest { get; set; }

    /// <summary>
    /// How many databases of a collection faults can reach: with those that belong to a tenant alone, where the scenario says how tenants are laid out.
    /// </summary>
    internal int CountOf(string name) => Scenario.Databases.First(databases => databases.Name == name).Value.Count + Scenario.Tenants
        .Where(tenants => tenants.Value.IsLaidOut && tenants.Value.Places.Any(place => place.Value.In == name)).Select(tenants => Math.Min(tenants.Value.Dedicated, tenants.Value.Count)).DefaultIfEmpty(0).Max();

    /// <summary>A database that something has happened to; null for the others.</summary>
    internal DatabaseRun? Known(string name, int number) => _databases.GetValueOrDefault((name, number));

    /// <summary>What all loads into a live database share: its rate less what its tenants write at this hour.</summary>
    /// <param name="name">The databases' name in the scenario.</param>
    /// <param name="databases">Their record.</param>
    /// <param name="number">The database's number.</param>
    public Capacity LoadingInto(string name, Databases.Database databases, int number)
    {
        double all = databases.Restoring.Load.BytesPerSecond;
        double left = Math.Max(all - databases.Writes.RateAt(Now, Clock), all * LeastForLoads);
        if (!_loads.TryGetValue((name, number), out Capacity? capacity)) _loads.Add((name, number), capacity = new Capacity(Simulation, $"{name} {number}", left));
        capacity.Change(left);
        return capacity;
    }

    /// <summary>The users of all tenants who live in a database.</summary>
    internal double UsersOf(string databases, int number) => Scenario.Tenants.SelectMany(tenants => Fleets[tenants.Name].Products).Where(product => product.In == databases).Sum(product => (double)product.CrowdOf(number).Users);

    /// <summary>Opens an incident for one occurrence of a fault that deletes tenants.</summary>
    public Incident Open(string fault, int occurrence, Fleet fleet) => new(this, fault, occurrence, fleet);

    /// <summary>Deletes a tenant, now; one that is gone already cannot be deleted again.</summary>
    /// <param name="incident">What it belongs to.</param>
    /// <param name="tenant">The tenant's number.</param>
    /// <param name="hard">Whether its data is deleted, or only marked.</param>
    /// <param name="grace">How long the deletion can be undone.</param>
    internal void Delete(Incident incident, int tenant, bool hard, TimeSpan grace)
    {
        (string, int) who = (incident.Fleet!.Name, tenant);
        if (_deleted.TryGetValue(who, out Victim? before) && before?.IsWhole != true) return;
        incident.Delete(tenant, hard, grace);
        _deleted[who] = incident.Victims[^1];
    }

    /// <summary>Erases a tenant as the law wants it, now and for good: nobody is to bring it back, and it leaves the backups too.</summary>
    /// <param name="fleet">Whose tenant it is.</param>
    /// <param name="tenant">Its number.</param>
    internal void Erase(Fleet fleet, int tenant)
    {
        foreach (Product product in fleet.Products)
            Journal.Write(new Facts.TenantDeleted(Now, fleet.Name, tenant, product.Home(tenant), fleet.Users(tenant), Hard: true) { Databases = product.In, Lawful = true });
        _deleted[(fleet.Name, tenant)] = null;
    }

    /// <summary>Lets everything that is planned happen, until the run ends.</summary>
    public void Run()
    {
        foreach (Named<CrewPlan> crew in Scenario.Crews) Crew(crew.Name).Begin();
        FollowWhatMayBeHeldUp();
        foreach (Named<Fault> fault in Scenario.Faults) fault.Value.When.Begin(this, fault);
        Databases.Streams.StreamReach.Wake(this, (stream, database) => stream.MaxRate(database.WriteSize) < database.Writes.Peak);
        Simulation.Run(Instant.After(Scenario.Length));
        MakeWhatMustBeErased();
        foreach (DatabaseRun database in _made) database.Close();
        Queues.Close();
        Stores.Close();
        Casualties.Write(this);
        Following.Write(this);
        Usage.Close();
    }

    /// <summary>Lets a fault happen, now; what follows from it takes its course.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="one">Which time it is.</param>
    internal Process Strike(Named<Fault> fault, Occurrence one)
    {
        foreach (Named<Fault> other in Scenario.Faults)
            if (other.Value.When is CommonCause cause && cause.Fault == fault.Name) Forever.Start(cause.Follow(this, other, one.Number));
        return fault.Value.Strike(one);
    }

    /// <summary>Makes the databases whose tenants were deleted, where it matters when their last copies are gone.</summary>
    private void MakeWhatMustBeErased()
    {
        if (!Scenario.Stores.Any(store => store.Value.Erase is not null)) return;
        foreach (Facts.TenantDeleted fact in Journal.Facts.OfType<Facts.TenantDeleted>().Where(fact => fact.Hard).ToArray()) Database(fact.Databases, fact.Database);
    }

    /// <summary>Makes the databases that links or standbys may hold up without, or by, a fault between places; all others wait until something happens to them.</summary>
    private void FollowWhatMayBeHeldUp()
    {
        foreach (Named<Database> databases in Scenario.Databases)
            for (int number = 0; number < databases.Value.Count; number++)
                if ((Scenario.MayCutWays && databases.Value.Standbys.Count + databases.Value.Backups.Count + databases.Value.Needs.Count > 0) || DatabaseRun.MayBeHeldUp(this, databases.Value, number)) Database(databases.Name, number);
    }
}
