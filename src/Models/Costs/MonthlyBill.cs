using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores;
using Simulator.Models.Tenants;

namespace Simulator.Models.Costs;

/// <summary>The bill of a month in which nothing happens: a function of the scenario, and of the seed where sizes of databases are drawn.</summary>
public static class MonthlyBill
{
    private const double SecondsOfMonth = PriceUnit.HoursOfMonth * 3600.0, BytesOfGB = 1e9;

    /// <summary>What a component is called, in the order of the bill.</summary>
    public static readonly IReadOnlyList<string> Components = ["instances", "standbys", "disks", "storage", "requests", "transfer"];

    /// <summary>The lines, what stands there first.</summary>
    /// <param name="scenario">The scenario; it has costs.</param>
    /// <param name="fleets">Its populations under the study's seed.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<BillLine> Of(Scenario scenario, IReadOnlyDictionary<string, Fleet> fleets, ulong seed)
    {
        CostPlan costs = scenario.Costs!;
        List<BillLine> lines = [];
        foreach (Named<Database> databases in scenario.Databases)
        {
            double[] sizes = SizesOf(databases, [.. scenario.Tenants.Select(tenants => fleets[tenants.Name])], seed);
            lines.AddRange(Instances(costs, databases, sizes));
            foreach (Named<BackupPolicy> backup in databases.Value.Backups) lines.AddRange(Kept(scenario, databases, backup, sizes));
            lines.AddRange(Replicated(scenario, databases, sizes.Length));
        }
        return [.. Components.SelectMany(component => lines.Where(line => line.Component == component && line.Used > 0))];
    }

    /// <summary>Bytes of every database: the shared ones, then those that belong to a tenant alone.</summary>
    private static double[] SizesOf(Named<Database> databases, IReadOnlyList<Fleet> populations, ulong seed)
    {
        IEnumerable<double> dedicated = populations.SelectMany(fleet => fleet.Products.Where(product => product.In == databases.Name).SelectMany(product => fleet.Largest.Select(tenant => fleet.Data(tenant) * product.Share)));
        return [.. Enumerable.Range(0, databases.Value.Count).Select(number => databases.Value.BytesOf(databases.Name, number, seed)), .. dedicated];
    }

    private static IEnumerable<BillLine> Instances(CostPlan costs, Named<Database> databases, double[] sizes)
    {
        string name = databases.Name;
        int shared = databases.Value.Count, copies = 1;
        DatabaseCosts? priced = CostPlan.Of(costs.Databases, name);
        yield return new BillLine("instances", name, name, Priced.Time, (double)shared * PriceUnit.HoursOfMonth, costs.Find(priced?.Instance));
        yield return new BillLine("instances", $"{name}, one tenant each", name, Priced.Time, (double)(sizes.Length - shared) * PriceUnit.HoursOfMonth, costs.Find(priced?.Dedicated));
        foreach (Named<Standby> standby in databases.Value.Standbys)
        {
            copies += standby.Value.Count;
            yield return new BillLine("standbys", $"{name}.{standby.Name}", name, Priced.Time, (double)sizes.Length * standby.Value.Count * PriceUnit.HoursOfMonth, costs.Find(priced?.OfStandby(standby.Name)));
        }
        yield return new BillLine("disks", name, name, Priced.Stored, copies * sizes.Sum() / BytesOfGB, costs.Find(priced?.Disk));
    }

    /// <summary>What a backup of all databases keeps in its store and in that one's second copy, and what it takes to bring it there.</summary>
    private static IEnumerable<BillLine> Kept(Scenario scenario, Named<Database> databases, Named<BackupPolicy> backup, double[] sizes)
    {
        CostPlan costs = scenario.Costs!;
        Occupancy occupancy = new(databases.Value, scenario.Length);
        Occupied[] each = [.. sizes.Select(data => occupancy.Of(backup.Name, backup.Value, data, databases.Value.Writes.Mean))];
        string item = $"{databases.Name}.{backup.Name}", to = backup.Value switch { Layer layer => layer.To, ChangeStream stream => stream.To, _ => "" };
        if (to.Length == 0)
        {
            yield return new BillLine("disks", $"{item} (what its changes go to)", databases.Name, Priced.Stored, each.Sum(one => one.Stored) / BytesOfGB, costs.Find(CostPlan.Of(costs.Databases, databases.Name)?.Disk));
            yield break;
        }
        Store store = scenario.Stores.First(other => other.Name == to).Value;
        foreach (BillLine line in InStore(costs, item, to, store, each, default)) yield return line;
        ILookup<Zone, double> moved = each.Select((one, number) => (From: SourceOf(scenario, databases.Value, backup.Value, number), one.Moved)).ToLookup(one => one.From, one => one.Moved);
        foreach (BillLine line in Carried(costs, item, databases.Name, moved.Select(from => (from.Key, store.Place, from.Sum())))) yield return line;
        if (store.Replica is not { } replica) yield break;
        Store second = scenario.Stores.First(other => other.Name == replica.Store).Value;
        foreach (BillLine line in InStore(costs, item, replica.Store, second, each, replica.After.Mean)) yield return line;
        foreach (BillLine line in Carried(costs, item, databases.Name, [(store.Place, second.Place, each.Sum(one => one.Moved))])) yield return line;
    }

    private static IEnumerable<BillLine> InStore(CostPlan costs, string item, string name, Store store, Occupied[] each, TimeSpan after)
    {
        StoreCosts priced = CostPlan.Of(costs.Stores, name) ?? StoreCosts.None;
        double kept = each.Sum(one => Math.Max(0, one.Stored - one.Moved * after.TotalSeconds)) * (store.Coding?.Expansion ?? 1);
        yield return new BillLine("storage", $"{item} in {name}", name, Priced.Stored, kept / BytesOfGB, costs.Find(priced.Storage));
        yield return new BillLine("requests", $"{item} in {name}", name, Priced.Requests, each.Sum(one => one.Points * priced.Requests(one.Bytes)) * SecondsOfMonth, costs.Find(priced.Writes));
    }

    /// <summary>The log that reaches the standbys.</summary>
    private static IEnumerable<BillLine> Replicated(Scenario scenario, Named<Database> databases, int count)
    {
        foreach (Named<Standby> standby in databases.Value.Standbys)
        {
            IEnumerable<(Zone, Zone, double)> ways = Enumerable.Range(0, count).SelectMany(number => Enumerable.Range(0, standby.Value.Count).Select(which => (
                CopyOf(scenario, databases.Value, standby.Value.Follows, number),
                standby.Value.At(number, which, RegionOf(scenario, standby.Value.Zone)),
                databases.Value.Writes.Mean))).GroupBy(way => (way.Item1, way.Item2), (way, all) => (way.Item1, way.Item2, all.Sum(one => one.Mean)));
            foreach (BillLine line in Carried(scenario.Costs!, $"{databases.Name}.{standby.Name}", databases.Name, ways)) yield return line;
        }
    }

    /// <summary>What crosses ways that are paid for, by their kind; bytes a second.</summary>
    private static IEnumerable<BillLine> Carried(CostPlan costs, string item, string owner, IEnumerable<(Zone From, Zone To, double Rate)> ways)
    {
        foreach (var kind in ways.Select(way => (Kind: costs.Transfer.Of(way.From, way.To), way.Rate)).Where(way => way.Kind is not null).GroupBy(way => way.Kind!.Value))
            yield return new BillLine("transfer", $"{item}, {kind.Key.Way}", owner, Priced.Data, kind.Sum(way => way.Rate) * SecondsOfMonth / BytesOfGB, costs.Find(kind.Key.Price));
    }

    /// <summary>Where a backup's points come from: the store of the backup that it copies, or a copy of the database.</summary>
    private static Zone SourceOf(Scenario scenario, Database databases, BackupPolicy backup, int number)
    {
        string from = backup is Layer layer ? layer.Schedule.From : "";
        Layer? source = databases.Backups.Where(other => other.Name == from).Select(other => other.Value).OfType<Layer>().FirstOrDefault();
        if (source is null) return CopyOf(scenario, databases, from, number);
        // What builds on another backup is read from the database like that one.
        return backup is Layer { NeedsBase: true } ? SourceOf(scenario, databases, source, number) : scenario.Stores.First(store => store.Name == source.To).Value.Place;
    }

    /// <summary>Where a copy of a database stands: a standby by its name, else the primary.</summary>
    private static Zone CopyOf(Scenario scenario, Database databases, string standby, int number) =>
        CostPlan.Of(databases.Standbys, standby) is { } found
            ? found.At(number, 0, RegionOf(scenario, found.Zone))
            : databases.Zone.At(number, RegionOf(scenario, databases.Zone));

    private static Region RegionOf(Scenario scenario, Placement place) => scenario.Regions.First(region => region.Name == place.Region).Value;
}
