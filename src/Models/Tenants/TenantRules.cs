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
            fields.Check(population.Value.Moves.PerSecond == 0 || population.Value.Layout.Copies == 1, $"{path}.moves", "moves of tenants in one database",
                () => $"a tenant lives in {population.Value.Layout.Copies} databases: moves are of tenants that live in one");
            fields.Check(population.Value.Moves.PerSecond == 0 || double.IsFinite(population.Value.MovedBytes), $"{path}.moves", "moves of so much data", () => "what a move writes has no mean: give users and data per user distributions that have one");
        }
    }

    private static void CheckPlace(Fields fields, string path, TenantPopulation population, Named<ProductPlace> place, Scenario scenario)
    {
        fields.Check(place.Name.Length == 0 || !population.Places.Any(other => other.Name != place.Name && other.Value.In == place.Value.In), $"{path}.products.{place.Name}.in", "product in databases of its own",
            () => $"{place.Value.In} has another part of these tenants already: let each product have databases of its own");
        if (!scenario.Databases.Any(databases => databases.Name == place.Value.In)) return;
        Database databases = scenario.Databases.First(databases => databases.Name == place.Value.In).Value;
        fields.Check(place.Name.Length > 0 || population.Moves.PerSecond == 0 || databases.Count > 1, $"{path}.moves", "databases to move to", () => $"{place.Value.In} is a single database: nobody can be moved to another");
        int smallest = databases.Count / databases.Cells;
        fields.Check(population.Layout.Needs <= Math.Max(smallest, 1), $"{path}.layout", "databases enough for the layout",
            () => $"'{population.Layout}' needs {population.Layout.Needs} databases, and {place.Value.In} has {smallest}{(databases.Cells > 1 ? " in a cell" : "")}");
    }
}
