using Simulator.Models.Backups;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Databases.Streams;

/// <summary>What must fit together of a database and its change streams.</summary>
internal static class StreamRules
{
    /// <summary>Reports what does not.</summary>
    public static void Check(Fields fields, Database database)
    {
        foreach ((string name, BackupPolicy policy) in database.Backups)
        {
            if (policy is not ChangeStream stream) continue;
            double most = stream.MaxRate(database.WriteSize), mean = database.Writes.Mean;
            fields.Check(most > mean, $"backups.{name}", "stream slower than the writes", () =>
                $"{name} takes {new Quantities.DataRate(most)} at most (its throughput, or a batch a poll), but {new Quantities.DataRate(mean)} are written on the whole: it would never catch up");
        }
    }

    /// <summary>Reports streams whose sinks nothing leads to.</summary>
    public static void CheckReach(Fields fields, Scenario scenario)
    {
        foreach (Named<Database> databases in scenario.Databases)
            foreach ((string name, BackupPolicy policy) in databases.Value.Backups)
            {
                if (policy is not ChangeStream { IsPlaced: true } stream) continue;
                (Zone From, Zone To)? apart = Apart(scenario, databases.Value, stream);
                fields.Check(apart is null, $"databases.{databases.Name}.backups.{name}.{(stream.To.Length > 0 ? "to" : "zone")}", "no link between regions",
                    () => $"no link leads from {apart!.Value.From} to {apart.Value.To}: add one under links");
            }
    }

    /// <summary>The first two zones that a stream would have to join and nothing joins; null where all is well, or where places are not defined, which is told elsewhere.</summary>
    private static (Zone From, Zone To)? Apart(Scenario scenario, Database databases, ChangeStream stream)
    {
        Store? store = scenario.Stores.Where(store => store.Name == stream.To).Select(store => store.Value).FirstOrDefault();
        if (Find(scenario, databases.Zone) is not { } home || (stream.Zone is { } place ? Find(scenario, place) : store is null ? null : home) is not { } there) return null;
        // Members are dealt over zones in turn: after this many everything repeats itself.
        for (int number = 0; number < Math.Min(databases.Count, home.Zones.Count * there.Zones.Count); number++)
        {
            Zone from = databases.Zone.At(number, home), to = stream.Zone?.At(number, there) ?? store!.Place;
            if (!Network.CanReach(scenario.Links, from, to)) return (from, to);
        }
        return null;
    }

    private static Region? Find(Scenario scenario, Placement place) => scenario.Regions.Where(region => region.Name == place.Region).Select(region => region.Value)
        .FirstOrDefault(region => region.Zones.Count > 0 && (place.Spread != Spread.Named || region.Zones.Contains(place.Zone)));
}
