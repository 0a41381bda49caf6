using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases;

/// <summary>What one database goes through when a zone that holds one of its copies stops: it fails over, waits, or goes on alone.</summary>
internal sealed class Outage(World world, string fault, Named<Database> databases, int database, Outage.Lost lost, Placement zone, Condition zoneIsBack)
{
    /// <summary>Which copy was lost.</summary>
    internal enum Lost
    {
        /// <summary>The one that takes writes.</summary>
        Primary,

        /// <summary>One that follows.</summary>
        Standby,
    }

    /// <summary>From the loss until the database takes writes again.</summary>
    internal async Process Run()
    {
        if (lost == Lost.Standby && !databases.Value.Standbys.Any(standby => standby.Value.WaitsForStandby)) return;
        world.Journal.Write(new DatabaseDown(world.Now, databases.Name, database, fault));
        if (lost == Lost.Primary && databases.Value.Failover is { } failover && Survivor() is { } standby) await FailOver(failover, standby);
        else await WaitForZone();
    }

    /// <summary>The first standby outside the zone that was lost; null where the zone took them all.</summary>
    private Standby? Survivor() => databases.Value.Standbys.Select(standby => standby.Value).FirstOrDefault(standby => ZoneOf(standby) != $"{zone.Region}.{zone.Zone}");

    private string ZoneOf(Standby standby)
    {
        Region region = world.Region(standby.Zone.Region);
        return $"{standby.Zone.Region}.{region.Zones[standby.Zone.ZoneOf(database, region)]}";
    }

    private async Process WaitForZone()
    {
        await world.Forever.Until(zoneIsBack);
        world.Journal.Write(new DatabaseUp(world.Now, databases.Name, database, "its zone is back"));
    }

    private async Process FailOver(Failover failover, Standby standby)
    {
        Instant lostAt = world.Now;
        await world.Forever.Wait(failover.Detection(Stream("phase").NextUniform()));
        await world.Forever.Wait(failover.Promote, Stream("promote"));
        await world.Forever.Wait(failover.Switch, Stream("switch"));

        TimeSpan window = standby.Replication.Waits ? TimeSpan.Zero : world.Region(standby.Zone.Region).Latency;
        double bytes = databases.Value.Writes.Between(lostAt - window, lostAt, world.Clock);
        world.Journal.Write(new FailedOver(world.Now, databases.Name, database, ZoneOf(standby), window, bytes));
        world.Journal.Write(new DatabaseUp(world.Now, databases.Name, database, $"its standby in {ZoneOf(standby)} took over"));
    }

    private RandomStream Stream(string what) => world.Streams.Get($"{databases.Name}.failover", what).For((ulong)database);
}
