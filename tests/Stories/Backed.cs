using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models;
using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;
using Simulator.Models.Faults;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;
using Simulator.Models.Tenants;

namespace Simulator.Tests.Stories;

/// <summary>
/// One database of 100 GB in home.a with whatever backups a story gives it, and the stores that they are kept in: "bucket" over the region, "shelf" in home.a,
/// "far" in another region.
/// </summary>
public sealed class Backed
{
    private readonly List<Named<BackupPolicy>> _backups = [];
    private readonly List<Named<Fault>> _faults = [];

    public Dictionary<string, Store> Stores { get; } = new()
    {
        ["bucket"] = new("home", new DataRate(1e9), true),
        ["shelf"] = new("home", new DataRate(1e9), true) { Zone = new Zone("home", "a"), Kind = StoreKind.Volumes },
        ["far"] = new("away", new DataRate(1e9), true),
    };

    public string Writes { get; init; } = "1 MB/s";

    public bool Worst { get; init; }

    public Restoring Restoring { get; init; } = Defaults.Of(Models.Databases.Restoring.Shape) with { Start = Delay.None };

    public TimeSpan Length { get; init; } = TimeSpan.FromDays(100);

    public Backed With(string name, BackupPolicy backup)
    {
        _backups.Add(new(name, backup));
        return this;
    }

    public Backed Keeping(string name, Func<Store, Store> change)
    {
        Stores[name] = change(Stores[name]);
        return this;
    }

    public Backed Losing(string target, string at, string noticed = "1m")
    {
        _faults.Add(new($"loss-{_faults.Count}", new Destruction(new Once(new Moment(Story.Read(Syntaxes.Duration, at), null)), Story.Read(Syntaxes.Delay, noticed), Story.Read(Target.Syntax, target), Delay.Always(TimeSpan.MaxValue))));
        return this;
    }

    public World World(int trial = 0) => new(Scenario(), new Dictionary<string, Fleet>(), new Streams(5, trial));

    public Protection Protection(int trial = 0) => World(trial).Database("shop", 0).Protection;

    public IReadOnlyList<Fact> Run(int trial = 0) => PreparedScenario.Prepare(Scenario(), 5).Run(trial).Facts;

    private Scenario Scenario()
    {
        Database shop = new(1, Story.Read(Placement.Syntax, "home.a"), Story.Read(Syntaxes.Sizes, "100 GB"), Story.Read(Syntaxes.DataWorkload, Writes), [], null, _backups, Restoring, Schema.Whole);
        return new Scenario(null, Length,
            [new("home", new Region(["a", "b"], TimeSpan.FromMilliseconds(0.5))), new("away", new Region(["x"], TimeSpan.Zero))],
            [.. Stores.Select(store => new Named<Store>(store.Key, store.Value))],
            [new("shop", shop)], [], [], _faults, []) { WorstInstants = Worst };
    }
}
