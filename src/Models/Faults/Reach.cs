using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Tenants;

namespace Simulator.Models.Faults;

/// <summary>Finds what stands where: databases that a fault does not touch are not made for it.</summary>
internal static class Reach
{
    /// <summary>Every copy that goes with some zones, or places in them.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="missing">What stands still, or is destroyed, with them already among it.</param>
    /// <param name="zones">What was taken last.</param>
    public static List<(DatabaseRun Database, Copy Copy)> CopiesIn(World world, Missing missing, IReadOnlyList<Zone> zones)
    {
        List<(DatabaseRun, Copy)> found = [];
        foreach (Named<Database> databases in world.Scenario.Databases)
            for (int number = 0, count = world.CountOf(databases.Name); number < count; number++)
            {
                if (world.Known(databases.Name, number) is null && !StandsIn(world, databases.Value, number, zone => missing.Goes(zone, zones))) continue;
                DatabaseRun database = world.Database(databases.Name, number);
                found.AddRange(database.Copies.Where(copy => missing.Goes(copy.Zone, zones)).Select(copy => (database, copy)));
            }
        return found;
    }

    /// <summary>The copies that a target means: of those that it names, as many as it says.</summary>
    public static List<(DatabaseRun Database, Copy Copy)> CopiesOf(Occurrence fault, Target target)
    {
        if (target.Second == Target.Cells) return [.. DatabasesOf(fault, target).SelectMany(database => database.Copies.Select(copy => (database, copy)))];
        Database databases = fault.World.Scenario.Databases.First(named => named.Name == target.First).Value;
        int alike = databases.Standbys.Where(standby => standby.Name == target.Second).Select(standby => standby.Value.Count).DefaultIfEmpty(1).First();
        return [.. target.Pick.Of(fault.World.CountOf(target.First) * alike, fault.Stream("hits")).Select(index =>
        {
            DatabaseRun database = fault.World.Database(target.First, index / alike);
            return (database, database.Copies.Where(copy => copy.Kind == target.Second).ElementAt(index % alike));
        })];
    }

    /// <summary>The databases that a target means: of those that it names, or of the groups that they are divided into, as many as it says.</summary>
    public static List<DatabaseRun> DatabasesOf(Occurrence fault, Target target)
    {
        Database databases = fault.World.Scenario.Databases.First(named => named.Name == target.First).Value;
        IEnumerable<int> numbers = target.Second == Target.Cells
            ? target.Pick.Of(databases.Cells, fault.Stream("hits")).SelectMany(cell => Numbers(cell, databases))
            : target.Pick.Of(fault.World.CountOf(target.First), fault.Stream("hits"));
        return [.. numbers.Select(number => fault.World.Database(target.First, number))];
    }

    /// <summary>The databases that some tenants live in, each with the share of its users that they are: who lives in several has as much of each.</summary>
    public static List<(DatabaseRun Database, double Share)> LoadsOf(Occurrence fault, Target target)
    {
        Fleet fleet = fault.World.Fleets[target.First];
        IReadOnlyList<int> tenants = target.Pick.Of(fleet.Population.Count, fault.Stream("hits"));
        List<(DatabaseRun, double)> loads = [];
        int[] homes = new int[TenantLayout.MostCopies];
        foreach (Product product in fleet.Products)
        {
            SortedDictionary<int, double> users = [];
            foreach (int tenant in tenants)
            {
                int count = product.Homes(tenant, homes);
                for (int i = 0; i < count; i++) users[homes[i]] = users.GetValueOrDefault(homes[i]) + (double)fleet.Users(tenant) / count;
            }
            foreach ((int database, double some) in users) loads.Add((fault.World.Database(product.In, database), Math.Min(1, some / Math.Max(1, product.CrowdOf(database).Users))));
        }
        return loads;
    }

    private static IEnumerable<int> Numbers(int cell, Database databases)
    {
        int first = Ground.FirstOf(cell, databases.Count, databases.Cells);
        return Enumerable.Range(first, Ground.FirstOf(cell + 1, databases.Count, databases.Cells) - first);
    }

    /// <summary>The copies that belong to an account.</summary>
    public static List<(DatabaseRun Database, Copy Copy)> CopiesOwnedBy(World world, string account)
    {
        List<(DatabaseRun, Copy)> found = [];
        foreach (Named<Database> databases in world.Scenario.Databases.Where(databases => databases.Value.MayBelongTo(account)))
            for (int number = 0; number < databases.Value.Count; number++)
            {
                DatabaseRun database = world.Database(databases.Name, number);
                found.AddRange(database.Copies.Where(copy => copy.Account == account).Select(copy => (database, copy)));
            }
        return found;
    }

    /// <summary>The databases whose primaries live on a store that was lost at this instant, locks or not: a database cannot go on in a closed account.</summary>
    public static List<DatabaseRun> DatabasesOnLostStores(World world)
    {
        List<DatabaseRun> found = [];
        foreach (Named<Database> databases in world.Scenario.Databases)
            if (databases.Value.LivesOn.Any(store => world.Store(store).ClosedAt == world.Now))
                for (int number = 0, count = world.CountOf(databases.Name); number < count; number++) found.Add(world.Database(databases.Name, number));
        return found;
    }

    private static bool StandsIn(World world, Database databases, int number, Func<Zone, bool> goes) =>
        goes(databases.Zone.At(number, world.Region(databases.Zone.Region)))
        || databases.Standbys.Any(standby => Enumerable.Range(0, standby.Value.Count).Any(which =>
            goes(standby.Value.At(number, which, world.Region(standby.Value.Zone.Region)))));
}
