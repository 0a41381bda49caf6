using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Stores;

/// <summary>All stores of one trial, and what destroys several of them at once.</summary>
public sealed class StoreRuns
{
    private readonly World _world;
    private readonly Dictionary<string, StoreRun> _byName;
    private readonly IReadOnlyList<StoreRun> _all;
    private readonly HashSet<Zone> _lost = [];
    private readonly List<Action> _watchers = [];

    /// <summary>Builds them.</summary>
    public StoreRuns(World world, IReadOnlyList<Named<Store>> stores)
    {
        _world = world;
        _all = [.. stores.Select(store => new StoreRun(world, store.Name, store.Value))];
        _byName = _all.ToDictionary(store => store.Name);
    }

    /// <summary>How many of them have been lost so far.</summary>
    internal long Changes { get; private set; }

    /// <summary>A store by its name.</summary>
    public StoreRun this[string name] => _byName[name];

    /// <summary>One of them was lost.</summary>
    internal void Changed()
    {
        Changes++;
        foreach (Action watcher in _watchers) watcher();
    }

    /// <summary>Calls somebody each time one of them is lost or closed, after that has happened.</summary>
    internal void Watch(Action watcher) => _watchers.Add(watcher);

    /// <summary>Destroys every store that stands in a zone, now; one that is spread over a region goes with the last of its region's zones.</summary>
    public void DestroyIn(Zone zone)
    {
        _lost.Add(zone);
        bool wholeRegion = _world.Region(zone.Region).Zones.All(name => _lost.Contains(new Zone(zone.Region, name)));
        foreach (StoreRun store in _all)
            if (store.Store.Zone == zone || (wholeRegion && store.Store.Zone is null && store.Store.Region == zone.Region)) store.Destroy();
    }

    /// <summary>Destroys every store in a region, now.</summary>
    public void DestroyIn(string region)
    {
        foreach (StoreRun store in _all)
            if (store.Store.Region == region) store.Destroy();
    }

    /// <summary>Deletes an account with every store that it owns, now; what is immutable stays until its retention ends.</summary>
    public void DestroyAccount(string account)
    {
        foreach (StoreRun store in _all)
            if (store.Account == account) store.Delete();
    }
}
