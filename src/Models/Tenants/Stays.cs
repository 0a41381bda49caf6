using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Workloads;

namespace Simulator.Models.Tenants;

/// <summary>One stay of a tenant in a database.</summary>
/// <param name="Database">The database's number.</param>
/// <param name="From">When it came.</param>
/// <param name="Until">When it left; never for where it lives now.</param>
public readonly record struct Stay(int Database, Instant From, Instant Until);

/// <summary>
/// Moves of tenants between databases, for rebalancing: at a steady rate over the population, each of any tenant, to any other database of its record, as good
/// as at random; its layout says where it lives at last. No move is an event: the age of a tenant's last move has an exponential distribution (it moves as a
/// Poisson process), so of n tenants a share 1 - exp(-rate t / n) has moved within t; and what moves write is a rate.
/// </summary>
public static class Stays
{
    /// <summary>Where a tenant has lived until a moment, the last stay first; the row is endless where tenants are moved at all.</summary>
    /// <param name="streams">The trial's luck.</param>
    /// <param name="fleet">Whose tenant it is.</param>
    /// <param name="product">The product whose databases are meant.</param>
    /// <param name="tenant">Its number.</param>
    /// <param name="moment">The moment.</param>
    public static IEnumerable<Stay> Before(Streams streams, Fleet fleet, Product product, int tenant, Instant moment)
    {
        int database = product.Home(tenant), others = product.Databases.Count - 1;
        if (fleet.Population.Moves.PerSecond == 0 || others == 0 || fleet.Rank(tenant) is not null)
        {
            yield return new Stay(database, Instant.Start - TimeSpan.MaxValue / 4, Instant.Never);
            yield break;
        }
        RandomStream luck = streams.Get(fleet.Name, "moves").For((uint)tenant | (ulong)(uint)product.Index << 40);
        Exponential length = new(fleet.Population.Count / fleet.Population.Moves.PerSecond);
        for (Instant until = Instant.Never, from = moment; ; until = from)
        {
            from -= Delay.Rounded(length.Quantile(luck.NextUniform()));
            yield return new Stay(database, from, until);
            int other = (int)(luck.NextUniform() * others);
            database = other < database ? other : other + 1;
        }
    }

    /// <summary>
    /// What moves write, added to what databases write: each is a dump and a load, and writes as much log in its new database as the tenant has data, taken as
    /// the product of the mean users and the mean data of one.
    /// </summary>
    internal static Scenario Written(Scenario scenario)
    {
        foreach (Named<TenantPopulation> population in scenario.Tenants.Where(population => population.Value.Moves.PerSecond > 0))
            foreach (Named<ProductPlace> place in population.Value.Places)
                scenario = scenario with
                {
                    Databases = [.. scenario.Databases.Select(databases => databases.Name != place.Value.In || databases.Value.Count == 1 ? databases : databases with
                    {
                        Value = databases.Value with { Writes = new Sum([databases.Value.Writes, new Constant(population.Value.MovedBytes * place.Value.Data.Fraction / databases.Value.Count)]) },
                    })],
                };
        return scenario;
    }
}
