using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Backups;
using Simulator.Models.Crews;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Stores;
using Simulator.Models.Tenants;
using Load = Simulator.Models.Recovery.Steps.Load;

namespace Simulator.Tests.Stories;

/// <summary>
/// The small vocabulary in which failures are told: a town of ten shards with a hundred tenants each, a snapshot a day and a log cut every five
/// minutes; a story says what goes wrong and what people do, and looks at the journal. It drives the models from C#, without YAML.
/// </summary>
public sealed class Story
{
    private readonly List<Named<Fault>> _faults = [];
    private readonly List<Named<RecoveryPlan>> _plans = [];

    public List<Named<BackupPolicy>> Backups { get; } =
    [
        new("daily", new Snapshot(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(30), "bucket")),
        new("log", new LogShipping(TimeSpan.FromMinutes(5), TimeSpan.Zero, TimeSpan.FromDays(30), "bucket")),
    ];

    public int Shards { get; init; } = 10;

    public int Tenants { get; init; } = 1000;

    public string Primaries { get; init; } = "one of home.zones";

    /// <summary>Where a second copy of each shard stands; empty for none, and then nobody takes over.</summary>
    public string Spares { get; init; } = "another of home.zones";

    public string Layout { get; init; } = "hash";

    public int Dedicated { get; init; } = 2;

    public int Cells { get; init; } = 1;

    /// <summary>Products that keep a share of each tenant's data, each in as many databases as there are shards.</summary>
    public IReadOnlyList<(string Name, double Share)> Products { get; init; } = [];

    /// <summary>The product that is not backed up; empty for none.</summary>
    public string Unprotected { get; init; } = "";

    /// <summary>How many tenants are moved.</summary>
    public string Moves { get; init; } = "0/d";

    /// <summary>What the second copies apply at most.</summary>
    public string Applied { get; init; } = "1 GB/s";

    public int Hands { get; init; } = 10;

    public IReadOnlyList<(TimeSpan After, int Size)> More { get; init; } = [];

    public string Store { get; init; } = "1 GB/s";

    public string WritesPerUser { get; init; } = "20/d";

    public ulong Seed { get; init; } = 7;

    public TimeSpan Length { get; init; } = TimeSpan.FromDays(10);

    public Schema Schema { get; init; } = new([new Table("parent", new Share(0.2), []), new Table("child", new Share(0.8), ["parent"])]);

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    public static T Read<T>(Syntax<T> syntax, string text)
    {
        Parsed<T> parsed = syntax.Parse(text);
        Assert.That(parsed.Problem, Is.Null);
        return parsed.Value;
    }

    public Story Deletes(int tenants, string noticed = "1h", bool hard = true, string grace = "30d", string takes = "30m", Waves? waves = null)
    {
        _faults.Add(new("mistake", new Deletion(new Once(new Moment(TimeSpan.Zero, null)), Read(Syntaxes.Delay, noticed), new TenantPick(tenants, "site"),
            "app", "site", hard, Read(Syntaxes.Duration, grace), Read(Syntaxes.Delay, takes), waves)));
        return this;
    }

    public Story LosesZone(string zone, string lasts)
    {
        _faults.Add(new("flood", new Crash(new Once(new Moment(TimeSpan.Zero, null)), Read(Syntaxes.Delay, "5m"), Read(Target.Syntax, zone), Read(Syntaxes.Delay, lasts))));
        return this;
    }

    public Story Crashes(string target, string lasts = "1h", string at = "0s") => Suffers(new Crash(Once(at), Read(Syntaxes.Delay, "5m"), Read(Target.Syntax, target), Read(Syntaxes.Delay, lasts)));

    public Story Destroys(string target) => Suffers(new Destruction(Once("0s"), Read(Syntaxes.Delay, "5m"), Read(Target.Syntax, target), Read(Syntaxes.Delay, "never")));

    public Story Loads(string target, double factor) => Suffers(new Models.Faults.Load(Once("0s"), Read(Syntaxes.Delay, "5m"), Read(Target.Syntax, target), Read(Syntaxes.Delay, "1h"), factor));

    private Story Suffers(Fault fault)
    {
        _faults.Add(new($"fault-{_faults.Count}", fault));
        return this;
    }

    private static Once Once(string at) => new(new Moment(Read(Syntaxes.Duration, at), null));

    public Story Recovers(string name, Batches batches, params (string Name, Step Step)[] steps) => Recovers(name, batches, "0s", null, RestorePointRule.BeforeEachDeletion, steps);

    public Story Recovers(string name, Batches batches, string readyAfter, string? replaces, RestorePointRule rule, params (string Name, Step Step)[] steps) =>
        Recovers(name, int.MaxValue, batches, readyAfter, replaces, rule, steps);

    public Story Recovers(string name, int atMost, Batches batches, string readyAfter, string? replaces, RestorePointRule rule, params (string Name, Step Step)[] steps)
    {
        _plans.Add(new(name, new RecoveryPlan(["mistake"], atMost, [.. Backups.Select(backup => backup.Name)], rule, Read(Syntaxes.Delay, readyAfter), Read(Syntaxes.Delay, "never"), replaces, batches,
            [.. steps.Select(step => new Named<Step>(step.Name, step.Step))])));
        return this;
    }

    /// <summary>Restore, extract, load, open: the selective restore that most stories need.</summary>
    public static (string, Step)[] Selective(string work = "1h") =>
    [
        ("copy", Restores()),
        ("extract", new Extract(Basics(Level.Tenant, "0s", needs: "copy"), ByTables: false)),
        ("load", new Models.Recovery.Steps.Load(Basics(Level.Table, "0s", needs: "extract"))),
        ("mend", new Work(Basics(Level.Tenant, work, "1 of team", "load"), 1)),
        ("open", new Open(Basics(Level.Tenant, "0s", needs: "mend"))),
    ];

    /// <summary>A restore of the right point, of all its log.</summary>
    public static Restore Restores(params string[] needs) => new(Basics(Level.Database, "0s", "none", needs), default, Delay.None, Delay.None, Read(Syntaxes.Delay, "never"));

    public static StepBasics Basics(Level per, string takes, string crew = "none", params string[] needs) =>
        new(needs, per, Read(CrewNeed.Syntax, crew), Read(Syntaxes.Delay, takes));

    public Story Run(int trial = 0)
    {
        Facts = PreparedScenario.Prepare(Scenario(), Seed).Run(trial).Facts;
        return this;
    }

    public IReadOnlyList<T> All<T>() where T : Fact => [.. Facts.OfType<T>()];

    public Scenario Scenario()
    {
        Database shard = new(Shards, Read(Placement.Syntax, Primaries), Read(Syntaxes.Sizes, "100 GB"), Read(Syntaxes.DataWorkload, "1 MB/s"),
            Spares.Length == 0 ? [] : [new("spare", new Standby(Read(Placement.Syntax, Spares), new RemoteApply(), false) { Apply = Applied == "1 GB/s" ? null : Read(Syntaxes.DataRate, Applied) })],
            Spares.Length == 0 ? null : new Failover(TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(5), Read(Syntaxes.Delay, "30s"), Read(Syntaxes.Delay, "uniform(0s 30s)")),
            Backups, Defaults.Of(Restoring.Shape), Schema)
        { Cells = Cells };
        TenantPopulation site = new(Tenants, "shard", Read(Syntaxes.Amounts, "lognormal(median 100 sigma 1)"), Read(Syntaxes.Sizes, "10 MB"),
            Read(Syntaxes.EventWorkload, WritesPerUser), new DataSize(4000), Read(TenantLayout.Syntax, Layout), Dedicated)
        { Products = [.. Products.Select(product => new Named<ProductPlace>(product.Name, new ProductPlace(product.Name, new Share(product.Share))))], Moves = Read(Syntaxes.Frequency, Moves), IsLaidOut = Layout != "hash" };
        return new Scenario(null, Length,
            [new("home", new Region(["a", "b", "c"], TimeSpan.FromMilliseconds(0.5)))],
            [new("bucket", new Store("home", Read(Syntaxes.DataRate, Store), true))],
            [new("shard", shard), .. Products.Select(product => new Named<Database>(product.Name, product.Name == Unprotected ? shard with { Backups = [] } : shard))], [new("site", site)], [new("team", new CrewPlan(Hands, More, ServiceOrder.FirstCome))], _faults, _plans);
    }
}
