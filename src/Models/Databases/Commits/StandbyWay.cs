using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Commits;

/// <summary>One standby of one database, as the messages of single commits reach it.</summary>
/// <param name="Standby">Its record.</param>
/// <param name="Zone">Where it stands.</param>
/// <param name="There">One-way delays from the primary, one for each standby on the way and the last for itself.</param>
/// <param name="Back">One-way delay of its answer.</param>
internal sealed record StandbyWay(Standby Standby, Zone Zone, IReadOnlyList<Delay> There, Delay Back)
{
    /// <summary>Its name in the scenario.</summary>
    internal string Name { get; init; } = "";

    /// <summary>Whether a commit may wait for it.</summary>
    internal bool IsAwaited => Standby.Replication.Waits;

    /// <summary>Where the copy stands that takes the writes of a database, as it is arranged.</summary>
    internal static Zone Primary(World world, Database database, int number) => database.Zone.At(number, world.Region(database.Zone.Region));

    /// <summary>Every standby of a database, each of several alike for itself, in the order of the file.</summary>
    internal static IReadOnlyList<StandbyWay> Of(World world, Database database, int number)
    {
        Zone primary = Primary(world, database, number);
        return [.. database.Standbys.SelectMany(standby => Enumerable.Range(0, standby.Value.Count).Select(which =>
        {
            Zone zone = At(world, standby.Value, number, which);
            return new StandbyWay(standby.Value, zone, WayTo(world, database, number, standby, zone), world.Network.Between(zone, primary).Delay) { Name = standby.Name };
        }))];
    }

    /// <summary>The answers that a commit waits for while everything is as it is arranged: from whom, and how many of them.</summary>
    internal static (IReadOnlyList<StandbyWay> Asked, int Needed) Asked(IReadOnlyList<StandbyWay> standbys, Acknowledge acknowledge)
    {
        StandbyWay[] awaited = [.. standbys.Where(standby => standby.IsAwaited)];
        int needed = Math.Min(acknowledge.Needed ?? awaited.Length, awaited.Length);
        return (acknowledge.InOrder ? awaited[..needed] : awaited, needed);
    }

    /// <summary>Seconds from the primary's disk until the standby has received a commit.</summary>
    internal double DrawThere(RandomStream stream) => There.Sum(way => way.Seconds.Sample(stream.NextUniform()));

    private static Zone At(World world, Standby standby, int number, int which) => standby.At(number, which, world.Region(standby.Zone.Region));

    private static IReadOnlyList<Delay> WayTo(World world, Database database, int number, Named<Standby> standby, Zone zone)
    {
        if (standby.Value.Follows.Length == 0) return [world.Network.Between(Primary(world, database, number), zone).Delay];
        Named<Standby> source = database.Standbys.First(other => other.Name == standby.Value.Follows);
        Zone from = At(world, source.Value, number, 0);
        return [.. WayTo(world, database, number, source, from), world.Network.Between(from, zone).Delay];
    }
}
