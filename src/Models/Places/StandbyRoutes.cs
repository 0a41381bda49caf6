using Simulator.Models.Databases;
using Simulator.Models.Databases.Replication;

namespace Simulator.Models.Places;

/// <summary>The ways that the logs of standbys take.</summary>
internal static class StandbyRoutes
{
    /// <summary>Where the log of a standby comes from and where it goes to.</summary>
    public static (Zone From, Zone To) Ends(Database databases, Standby standby, int number, int which, Func<string, Region> region)
    {
        Zone to = standby.At(number, which, region(standby.Zone.Region));
        Standby? upstream = databases.Standbys.Where(other => other.Name == standby.Follows).Select(other => other.Value).FirstOrDefault();
        return (upstream is null ? databases.Zone.At(number, region(databases.Zone.Region)) : upstream.At(number, 0, region(upstream.Zone.Region)), to);
    }
}
