using Simulator.Models.Databases;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>
/// The logs of all standbys that cross links with a bandwidth and that nothing has happened to: counted, not followed. A follower that is made for one
/// of them takes its place.
/// </summary>
internal sealed class Population
{
    private readonly Dictionary<(string, string, Lane), Carried> _counted = [];
    private readonly HashSet<FollowerName> _known = [];

    public Population(World world, Network network)
    {
        if (world.Scenario.Links.All(link => link.Value.Bandwidth is null)) return;
        foreach (Named<Database> databases in world.Scenario.Databases)
            foreach (Named<Standby> standby in databases.Value.Standbys)
                for (int number = 0; number < databases.Value.Count; number++)
                    for (int which = 0; which < standby.Value.Count; which++) Count(world, network, databases, standby, number, which);
    }

    /// <summary>A follower speaks for itself from now on.</summary>
    public void Release(FollowerName who, Lane lane)
    {
        if (!_counted.TryGetValue((who.Databases, who.Name, lane), out Carried? counted) || counted.Count == 0 || !_known.Add(who)) return;
        counted.Count--;
        lane.LoadChanged();
    }

    private void Count(World world, Network network, Named<Database> databases, Named<Standby> standby, int number, int which)
    {
        (Zone from, Zone to) = Ends(databases.Value, standby.Value, number, which, world.Region);
        if (network.Between(from, to).Lane is not { Bulk: not null } lane) return;
        string name = standby.Value.Count == 1 ? standby.Name : $"{standby.Name} {which + 1}";
        if (_counted.TryGetValue((databases.Name, name, lane), out Carried? counted)) counted.Count++;
        else
        {
            _counted.Add((databases.Name, name, lane), counted = new Carried(databases.Value.Writes, world.Clock, 1));
            lane.Join(counted);
        }
    }

    /// <summary>Where the log of a standby comes from and where it goes to.</summary>
    private static (Zone From, Zone To) Ends(Database databases, Standby standby, int number, int which, Func<string, Region> region)
    {
        Zone to = standby.At(number, which, region(standby.Zone.Region));
        Standby? upstream = databases.Standbys.Where(other => other.Name == standby.Follows).Select(other => other.Value).FirstOrDefault();
        return (upstream is null ? databases.Zone.At(number, region(databases.Zone.Region)) : upstream.At(number, 0, region(upstream.Zone.Region)), to);
    }
}
