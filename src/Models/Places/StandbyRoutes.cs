using Simulator.Models.Databases;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>The ways that the standbys of a scenario need.</summary>
internal static class StandbyRoutes
{
    /// <summary>Where the log of a standby comes from and where it goes to.</summary>
    public static (Zone From, Zone To) Ends(Database databases, Standby standby, int number, int which, Func<string, Region> region)
    {
        Zone to = standby.At(number, which, region(standby.Zone.Region));
        Standby? upstream = databases.Standbys.Where(other => other.Name == standby.Follows).Select(other => other.Value).FirstOrDefault();
        return (upstream is null ? databases.Zone.At(number, region(databases.Zone.Region)) : upstream.At(number, 0, region(upstream.Zone.Region)), to);
    }

    /// <summary>Checks that every standby can be reached.</summary>
    public static void Check(Fields fields, Scenario scenario)
    {
        foreach (Named<Database> databases in scenario.Databases)
            foreach (Named<Standby> standby in databases.Value.Standbys)
            {
                (Zone From, Zone To)? apart = Apart(scenario, databases.Value, standby.Value);
                fields.Check(apart is null, $"databases.{databases.Name}.standbys.{standby.Name}.zone", "no link between regions",
                    () => $"no link leads from {apart!.Value.From} to {apart.Value.To}: add one under links");
            }
    }

    /// <summary>The first two zones that a standby would have to join and nothing joins; null where all is well, or where places are not defined, which is told elsewhere.</summary>
    private static (Zone From, Zone To)? Apart(Scenario scenario, Database databases, Standby standby)
    {
        Placement[] places = [databases.Zone, standby.Zone, .. databases.Standbys.Where(other => other.Name == standby.Follows).Select(other => other.Value.Zone)];
        if (!places.All(place => IsDefined(scenario, place))) return null;
        // Members are dealt over zones in turn: after this many everything repeats itself.
        int different = places.Select(place => Find(scenario, place.Region)!.Zones.Count).Aggregate(1, (product, zones) => product * zones);
        for (int number = 0; number < Math.Min(databases.Count, different); number++)
            for (int which = 0; which < standby.Count; which++)
            {
                (Zone from, Zone to) = Ends(databases, standby, number, which, name => Find(scenario, name)!);
                if (!Network.CanReach(scenario.Links, from, to)) return (from, to);
            }
        return null;
    }

    private static bool IsDefined(Scenario scenario, Placement place) =>
        Find(scenario, place.Region) is { Zones.Count: > 0 } region && (place.Spread != Spread.Named || region.Zones.Contains(place.Zone));

    private static Region? Find(Scenario scenario, string name) => scenario.Regions.Where(region => region.Name == name).Select(region => region.Value).FirstOrDefault();
}
