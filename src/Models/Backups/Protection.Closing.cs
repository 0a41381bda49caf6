using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>What is told when the run ends.</content>
public sealed partial class Protection
{
    /// <summary>
    /// Tells, when the run ends, which points there were, what they occupy, what audits and restore tests have found, and when the last copy of what had to
    /// be erased is gone.
    /// </summary>
    /// <param name="standbys">By name, until when a standby holds what was deleted at a moment; the copy that takes writes has lost it then.</param>
    public void Close(IReadOnlyList<(string Name, Func<Erased, Instant> Until)> standbys)
    {
        foreach (LayerRun layer in _layers)
        {
            World.Journal.Write(new PointsOffered(World.Now, Databases.Name, Number, layer.Name, new OfferedPoints(layer, World.Now)));
            Stored(layer, layer.Store, TimeSpan.Zero);
            if (layer.Store.Store.Replica is { } replica) Stored(layer, World.Store(replica.Store), replica.After.Quantile(0.5));
            foreach (BackupFoundBad found in layer.Soundness.FoundInRun(World.Now)) World.Journal.Write(found);
        }
        if (!_layers.SelectMany(layer => layer.Stores).Concat(Sinks().SelectMany(sink => sink.Stores)).Any(store => store.Store.Erase is not null)) return;
        foreach (Erased erased in Erasures())
        {
            (Instant gone, string where) = LastCopy(erased, standbys);
            World.Journal.Write(new LastCopyGone(World.Now, Databases.Name, Number, erased.What, erased.At, gone, where));
        }
    }

    /// <summary>When the last copy is gone of data that was deleted, and what held it last. Where a key is destroyed, it is with the deletion.</summary>
    /// <param name="erased">What was deleted.</param>
    /// <param name="standbys">By name, until when a standby holds it.</param>
    public (Instant Gone, string Where) LastCopy(Erased erased, IReadOnlyList<(string Name, Func<Erased, Instant> Until)> standbys)
    {
        (Instant Gone, string Where) last = (erased.At, "the database itself");
        foreach ((string name, Func<Erased, Instant> until) in standbys) Hold(until(erased), name);
        foreach (LayerRun layer in _layers)
            foreach (StoreRun store in layer.Stores.Where(IsReadable)) Hold(layer.HoldsUntil(erased.At, store), $"{layer.Name} in {store.Name}");
        foreach ((string name, ChangeStream stream, IReadOnlyList<StoreRun> stores) in Sinks())
        {
            Instant until = Followed(name) is { } followed ? followed.HoldsUntil(erased.At) : erased.At + stream.Keep;
            if (stores.Count == 0) Hold(until, name);
            foreach (StoreRun store in stores.Where(IsReadable)) Hold(Instant.Earlier(until, store.DestroyedAt), $"{name} in {store.Name}");
        }
        return last;

        static bool IsReadable(StoreRun store) => store.Store.Erase != Erasure.KeyDestruction;

        void Hold(Instant until, string where)
        {
            if (until > last.Gone) last = (until, where);
        }
    }

    /// <summary>Its change streams, each with the stores that hold its changes: none where they go into a database or a file.</summary>
    private IEnumerable<(string Name, ChangeStream Stream, IReadOnlyList<StoreRun> Stores)> Sinks()
    {
        foreach (Named<BackupPolicy> backup in Databases.Value.Backups)
            if (backup.Value is ChangeStream stream) yield return (backup.Name, stream, stream.To.Length > 0 ? World.Store(stream.To).WithReplica : []);
    }

    private void Stored(LayerRun layer, StoreRun store, TimeSpan after)
    {
        double bytes = World.Now < store.DestroyedAt ? layer.StoredBytes(World.Now - after) * (store.Store.Coding?.Expansion ?? 1) : 0;
        World.Journal.Write(new BackupStored(World.Now, Databases.Name, Number, layer.Name, bytes) { Store = store.Name });
    }

    /// <summary>Tenants of this database that were deleted for good and not brought back, and the database itself where it is gone.</summary>
    private List<Erased> Erasures()
    {
        List<Erased> erased = [];
        HashSet<(string, int)> back = [.. World.Journal.Facts.OfType<TenantServed>().Select(fact => (fact.Population, fact.Tenant))];
        foreach (TenantDeleted fact in World.Journal.Facts.OfType<TenantDeleted>())
            if (fact.Hard && fact.Databases == Databases.Name && fact.Database == Number && !back.Contains((fact.Population, fact.Tenant))) erased.Add(new Erased($"{fact.Population} {fact.Tenant}", fact.At));
        foreach (DatabaseLost fact in World.Journal.Facts.OfType<DatabaseLost>())
            if (fact.Databases == Databases.Name && fact.Database == Number) erased.Add(new Erased("all of it", fact.At) { IsAll = true });
        return erased;
    }
}
