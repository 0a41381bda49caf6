using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Stores;

/// <summary>All stores of one trial, and what destroys several of them at once.</summary>
public sealed class StoreRuns
{
    private readonly World _world;
    private readonly Dictionary<string, StoreRun> _byName;
    private readonly IReadOnlyList<StoreRun> _all;
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

    /// <summary>Draws the balances of volumes when the run ends.</summary>
    internal void Close()
    {
        foreach (StoreRun store in _all) store.Volumes?.Close();
    }

    /// <summary>Destroys every store that stands in some zones or places in them, now; one that is spread goes with the last of what it is spread over.</summary>
    /// <param name="zones">What was destroyed last; <see cref="World.Destroyed"/> has it already.</param>
    public void DestroyIn(IReadOnlyList<Zone> zones)
    {
        foreach (StoreRun store in _all)
            if (_world.Destroyed.Goes(store.Store.Place, zones)) store.Destroy();
    }

    /// <summary>Deletes an account with every store that it owns, now; what is immutable stays until its retention ends.</summary>
    public void DestroyAccount(string account)
    {
        foreach (StoreRun store in _all)
            if (store.Account == account) store.Delete();
    }
}
