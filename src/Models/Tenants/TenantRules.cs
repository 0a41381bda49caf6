using Simulator.Models.Databases;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants;

/// <summary>What must hold between populations and the databases that they live in.</summary>
internal static class TenantRules
{
    internal static void Check(Fields fields, Scenario scenario)
    {
        foreach (Named<TenantPopulation> population in scenario.Tenants)
        {
            string path = $"tenants.{population.Name}";
            foreach (Named<ProductPlace> place in population.Value.Places) CheckPlace(fields, path, population.Value, place, scenario);
            double share = population.Value.Products.Sum(product => product.Value.Data.Fraction);
            fields.Check(share < 1, $"{path}.products", "products that leave nothing", () => $"the products keep all data, and {population.Value.In} none: let the shares of data be less than 100% together, or make one of the products' databases the population's own");
        }
    }

    private static void CheckPlace(Fields fields, string path, TenantPopulation population, Named<ProductPlace> place, Scenario scenario)
    {
        fields.Check(place.Name.Length == 0 || !population.Places.Any(other => other.Name != place.Name && other.Value.In == place.Value.In), $"{path}.products.{place.Name}.in", "product in databases of its own",
            () => $"{place.Value.In} has another part of these tenants already: let each product have databases of its own");
        if (!scenario.Databases.Any(databases => databases.Name == place.Value.In)) return;
        Database databases = scenario.Databases.First(databases => databases.Name == place.Value.In).Value;
        int smallest = databases.Count / databases.Cells;
        fields.Check(population.Layout.Needs <= Math.Max(smallest, 1), $"{path}.layout", "databases enough for the layout",
            () => $"'{population.Layout}' needs {population.Layout.Needs} databases, and {place.Value.In} has {smallest}{(databases.Cells > 1 ? " in a cell" : "")}");
    }
}
