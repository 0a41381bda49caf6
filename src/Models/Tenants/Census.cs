using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants;

/// <summary>
/// Counts when a trial is over who shares the databases that were down: a tenant's time out of service follows from its database's, without an object for
/// each. Of tenants with several databases, or parts in several products, nothing is counted: theirs does not follow from one database.
/// </summary>
internal static class Census
{
    /// <summary>Writes the facts of a trial that is over.</summary>
    internal static void Write(World world)
    {
        (string Databases, int Database)[] down = [.. world.Journal.Facts.OfType<DatabaseDown>().Select(fact => (fact.Databases, fact.Database)).Distinct()];
        if (down.Length == 0) return;
        foreach (Named<Database> databases in world.Scenario.Databases)
            if (down.Any(one => one.Databases == databases.Name)) world.Journal.Write(new DatabasesCounted(world.Now, databases.Name, world.CountOf(databases.Name)));
        foreach (Named<TenantPopulation> population in world.Scenario.Tenants)
            if (world.Fleets.TryGetValue(population.Name, out Fleet? fleet) && fleet.Products is [{ Copies: 1 } only]) Write(world, fleet, only, [.. down.Where(one => one.Databases == only.In).Select(one => one.Database)]);
    }

    private static void Write(World world, Fleet fleet, Product product, int[] down)
    {
        if (down.Length == 0) return;
        string[] tiers = [.. fleet.Population.Tiers.Shares.Select(tier => tier.Name), ""];
        for (int tier = 0; tier < tiers.Length; tier++) world.Journal.Write(new TenantsCounted(world.Now, fleet.Name, tiers[tier], fleet.Crowds[tier].Tenants, fleet.Crowds[tier].Users));
        foreach (int database in down)
        {
            Crowd[] residents = tiers.Length == 1 ? [product.CrowdOf(database)] : fleet.ByTier(product.ResidentsOf(database));
            for (int tier = 0; tier < tiers.Length; tier++)
                if (residents[tier].Tenants > 0) world.Journal.Write(new ResidentsCounted(world.Now, fleet.Name, tiers[tier], product.In, database, residents[tier].Tenants, residents[tier].Users));
        }
    }
}
