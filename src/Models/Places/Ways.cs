using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Stores;

namespace Simulator.Models.Places;

/// <summary>
/// The ways that a scenario needs: between all copies of a database, of which any may have to follow any other one day, to them from those who watch
/// and those who read, from the primary to what its changes are streamed into, and to where a plan restores it. Backups need none: without one they reach their stores over the provider's own network.
/// </summary>
internal sealed class Ways
{
    private readonly Fields _fields;
    private readonly Scenario _scenario;
    private readonly int _different;

    private Ways(Fields fields, Scenario scenario)
    {
        (_fields, _scenario) = (fields, scenario);
        // Members are dealt over zones in turn: after this many everything repeats itself.
        int most = scenario.Regions.Select(region => region.Value.Zones.Count).DefaultIfEmpty(0).Max();
        _different = most * most;
    }

    /// <summary>Where something of the database of a number stands; nowhere, if its region or zone is not defined, which is told elsewhere.</summary>
    private delegate IReadOnlyList<Zone> Stand(int number);

    /// <summary>Checks that there is one wherever it is needed.</summary>
    public static void Check(Fields fields, Scenario scenario)
    {
        var ways = new Ways(fields, scenario);
        foreach (Named<Database> databases in scenario.Databases) ways.Check(databases.Name, databases.Value);
    }

    private void Check(string name, Database database)
    {
        Stand primary = Placed(database.Zone);
        List<Stand> copies = [primary];
        foreach (Named<Standby> standby in database.Standbys)
        {
            Stand place = Placed(standby.Value.Zone, standby.Value.Count);
            if (Join($"databases.{name}.standbys.{standby.Name}.zone", database, copies, place)) copies.Add(place);
        }
        foreach (Placement observer in database.Failover?.Observers?.Zones ?? [])
            Join($"databases.{name}.failover.observers.zones", database, copies, Placed(observer));
        if (database.Reads?.At is { } reader) Join($"databases.{name}.reads.at", database, copies, Placed(reader));
        foreach (Named<BackupPolicy> backup in database.Backups)
        {
            if (backup.Value is not ChangeStream stream) continue;
            if (stream.Zone is { } sink) Join($"databases.{name}.backups.{backup.Name}.zone", database, [primary], Placed(sink));
            foreach (Named<Store> store in _scenario.Stores.Where(store => store.Name == stream.To))
                Join($"databases.{name}.backups.{backup.Name}.to", database, [primary], _ => [store.Value.Place]);
        }
        foreach ((string plan, RecoveryPlan value) in _scenario.Recovery)
            foreach ((string step, Step done) in value.Steps)
                if (done is Restore { At: { } there } && IsRestoredBy(value, database)) Join($"recovery.{plan}.steps.{step}.at", database, copies, Placed(there));
    }

    /// <summary>Whether a plan may bring a database back: one that it restores from a backup of.</summary>
    private static bool IsRestoredBy(RecoveryPlan plan, Database database) => plan.From.Count == 0 || database.Backups.Any(backup => plan.From.Contains(backup.Name));

    private bool Join(string key, Database database, IReadOnlyList<Stand> copies, Stand place)
    {
        (Zone From, Zone To)? apart = Apart(database, copies, place);
        _fields.Check(apart is null, key, "no link between regions", () => $"no link leads from {apart!.Value.From} to {apart.Value.To}: add one under links");
        return apart is null;
    }

    /// <summary>The first copy and the first place that would have to be joined, and nothing joins; null where all is well.</summary>
    private (Zone From, Zone To)? Apart(Database database, IReadOnlyList<Stand> copies, Stand place)
    {
        for (int number = 0; number < Math.Min(database.Count, _different); number++)
            foreach (Zone from in copies.SelectMany(copy => copy(number)))
                foreach (Zone to in place(number))
                    if (!Network.CanReach(_scenario.Links, from, to)) return (from, to);
        return null;
    }

    private Stand Placed(Zone zone) => _scenario.Regions.Any(region => region.Name == zone.Region && region.Value.Zones.Contains(zone.Name)) ? _ => [zone] : _ => [];

    private Stand Placed(Placement place, int count = 1)
    {
        Region? region = _scenario.Regions.Where(region => region.Name == place.Region).Select(region => region.Value).FirstOrDefault();
        bool isDefined = region is { Zones.Count: > 0 } && (place.Spread != Spread.Named || region.Zones.Contains(new Zone(place.Region, place.Zone).Whole.Name));
        return number => isDefined ? [.. Enumerable.Range(number, count).Select(member => place.At(member, region!))] : [];
    }
}
