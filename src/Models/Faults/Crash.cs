using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Faults;

/// <summary>A zone stops, with everything in it; its data is kept and is there again when it returns.</summary>
/// <param name="At">When it stops.</param>
/// <param name="Noticed">Time until people notice; failover controllers act on their own.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Lasts">How long it is gone.</param>
public sealed record Crash(Moment At, Delay Noticed, Placement Zone, Delay Lasts) : Fault(At, Noticed)
{
    /// <summary>How a crash is written.</summary>
    public static readonly Shape<Fault> Shape = new("crash", "A zone stops; its data is kept.", Read);

    /// <inheritdoc/>
    public override async Process Strike(World world, string name)
    {
        world.Journal.Write(new FaultBegan(world.Now, name, $"zone {Zone.Region}.{Zone.Zone} stops"));
        Condition back = new();
        foreach (Named<Database> databases in world.Scenario.Databases)
            for (int database = 0; database < databases.Value.Count; database++)
                if (Role(world, databases.Value, database) is { } role) world.Forever.Start(new Outage(world, name, databases, database, role, Zone, back).Run());
        world.Forever.Start(Notice(world, name));
        await world.Forever.Wait(Lasts, world.Streams.Get(name, "lasts"));
        world.Journal.Write(new FaultEnded(world.Now, name, "the zone is back"));
        back.Set(true);
    }

    private async Process Notice(World world, string name)
    {
        await world.Forever.Wait(Noticed, world.Streams.Get(name, "noticed"));
        world.Journal.Write(new FaultNoticed(world.Now, name));
    }

    /// <summary>What of a database stands in the zone; null if nothing does.</summary>
    private Outage.Lost? Role(World world, Database databases, int database)
    {
        if (databases.Zone.Region == Zone.Region && In(databases.Zone, world, database)) return Outage.Lost.Primary;
        return databases.Standbys.Any(standby => standby.Value.Zone.Region == Zone.Region && In(standby.Value.Zone, world, database)) ? Outage.Lost.Standby : null;
    }

    private bool In(Placement place, World world, int database)
    {
        Region region = world.Region(Zone.Region);
        return region.Zones[place.ZoneOf(database, region)] == Zone.Zone;
    }

    private static Crash Read(Fields fields)
    {
        Placement zone = fields.Required("hits", Placement.Syntax, "The zone that stops.");
        fields.Check(zone.Spread == Spread.Named, "hits", "crash of a named zone", () => "a crash hits one zone: write it as <region>.<zone>, such as us-east.a");
        return new Crash(Begins(fields), Notice(fields), zone, fields.Required("lasts", Syntaxes.Delay, "How long the zone is gone."));
    }
}
