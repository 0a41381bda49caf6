using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>What is told when the run ends.</content>
public sealed partial class Protection
{
    /// <summary>
    /// Tells, when the run ends, which points there were, what they occupy, what audits and restore tests have found, and when the last copy of what had to
    /// be erased is gone.
    /// </summary>
    /// <param name="sinks">What else holds old versions of the data, by name, and for how long after they were deleted: a change stream's sinks.</param>
    public void Close(IReadOnlyList<(string Name, TimeSpan Keep)>? sinks = null)
    {
        foreach (LayerRun layer in _layers)
        {
            World.Journal.Write(new PointsOffered(World.Now, Databases.Name, Number, layer.Name, new OfferedPoints(layer, World.Now)));
            Stored(layer, layer.Store, TimeSpan.Zero);
            if (layer.Store.Store.Replica is { } replica) Stored(layer, World.Store(replica.Store), replica.After.Quantile(0.5));
            foreach (BackupFoundBad found in layer.Soundness.FoundInRun(World.Now)) World.Journal.Write(found);
        }
        if (!_layers.Exists(layer => layer.Store.Store.Erase is not null)) return;
        foreach ((string what, Instant deleted) in Erased())
        {
            (Instant gone, string where) = LastCopy(deleted, sinks ?? []);
            World.Journal.Write(new LastCopyGone(World.Now, Databases.Name, Number, what, deleted, gone, where));
        }
    }

    /// <summary>When the last copy is gone of data that was deleted at a moment, and what held it last; the copies that serve have lost it already.</summary>
    /// <param name="deleted">When it was deleted everywhere it was served from.</param>
    /// <param name="sinks">What else holds old versions, and for how long.</param>
    public (Instant Gone, string Where) LastCopy(Instant deleted, IReadOnlyList<(string Name, TimeSpan Keep)> sinks)
    {
        (Instant Gone, string Where) last = (deleted, "the database itself");
        foreach (LayerRun layer in _layers)
        {
            if (layer.Store.Store.Erase == Erasure.KeyDestruction) continue;
            Instant gone = layer.HoldsUntil(deleted);
            if (gone > last.Gone) last = (gone, $"{layer.Name} in {layer.Store.Name}");
        }
        foreach ((string name, TimeSpan keep) in sinks)
            if (deleted + keep > last.Gone) last = (deleted + keep, name);
        return last;
    }

    private void Stored(LayerRun layer, StoreRun store, TimeSpan after)
    {
        double bytes = World.Now < store.DestroyedAt ? layer.StoredBytes(World.Now - after) * (store.Store.Coding?.Expansion ?? 1) : 0;
        World.Journal.Write(new BackupStored(World.Now, Databases.Name, Number, layer.Name, bytes) { Store = store.Name });
    }

    /// <summary>Tenants of this database that were deleted for good and not brought back, and the database itself where it is gone.</summary>
    private List<(string What, Instant Deleted)> Erased()
    {
        List<(string, Instant)> erased = [];
        HashSet<(string, int)> back = [.. World.Journal.Facts.OfType<TenantServed>().Select(fact => (fact.Population, fact.Tenant))];
        foreach (TenantDeleted fact in World.Journal.Facts.OfType<TenantDeleted>())
            if (fact.Hard && fact.Databases == Databases.Name && fact.Database == Number && !back.Contains((fact.Population, fact.Tenant))) erased.Add(($"{fact.Population} {fact.Tenant}", fact.At));
        foreach (DatabaseLost fact in World.Journal.Facts.OfType<DatabaseLost>())
            if (fact.Databases == Databases.Name && fact.Database == Number) erased.Add(("all of it", fact.At));
        return erased;
    }
}
