using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Tenants.Layouts;
using Simulator.Models.Workloads;

namespace Simulator.Models.Tenants;

/// <summary>Tenants who share databases. Nothing is stored for a tenant: its users, data and home are functions of its number.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="In">The databases they live in.</param>
/// <param name="Users">Users of a tenant; drawn, rounded, at least 1.</param>
/// <param name="DataPerUser">Bytes of data for each of a tenant's users; one draw a tenant.</param>
/// <param name="WritesPerUser">Writes of one user per second, over the day.</param>
/// <param name="WriteSize">Bytes of one write.</param>
/// <param name="Layout">Which databases a tenant lives in, if it shares them.</param>
/// <param name="Dedicated">How many of those with the most data have databases of their own.</param>
public sealed record TenantPopulation(
    int Count, string In, Distribution Users, Distribution DataPerUser, Workload WritesPerUser, DataSize WriteSize, TenantLayout Layout, int Dedicated)
{
    /// <summary>How much its tenants matter to those who serve them.</summary>
    public Tiers Tiers { get; init; } = Tiers.None;

    /// <summary>Whether the scenario says how they are laid out; of others a summary does not say unasked what faults of databases did to them.</summary>
    public bool IsLaidOut { get; init; }

    /// <summary>How many tenants are moved to another database in a time.</summary>
    public Frequency Moves { get; init; }

    /// <summary>Bytes a second that moves bring into databases, all together.</summary>
    public double MovedBytes => Moves.PerSecond * Users.Mean * DataPerUser.Mean;

    /// <summary>What of a tenant's data is kept in other databases: one entry a product.</summary>
    public IReadOnlyList<Named<ProductPlace>> Products { get; init; } = [];

    /// <summary>Everything that its tenants' data is kept in, its own databases first, without a name, with what the products leave them.</summary>
    public IReadOnlyList<Named<ProductPlace>> Places => [new("", new ProductPlace(In, new Share(1 - Products.Sum(product => product.Value.Data.Fraction)))), .. Products];

    /// <summary>How a population is written.</summary>
    public static readonly Shape<TenantPopulation> Shape = new("population", "Tenants who share databases.", fields => new TenantPopulation(
        fields.Required("count", Syntaxes.Count.Where("1 to 10000000", n => n is >= 1 and <= 10_000_000), "How many there are."),
        fields.Required("in", Syntaxes.NameOf("databases"), "The databases they live in."),
        fields.Required("users", Syntaxes.Amounts, "Users of a tenant."),
        fields.Required("data per user", Syntaxes.Sizes, "Data of a tenant for each of its users."),
        fields.Required("writes per user", Syntaxes.EventWorkload, "Writes of one user."),
        fields.Optional("write size", Syntaxes.DataSize, "4 kB", "assumed: an issue's change with its history, about a page", "Bytes of one write."),
        fields.Optional("layout", TenantLayout.Syntax, Hashed.Word, "as good as at random, unless it is planned",
            "Which databases a tenant lives in: hash, range of its number, size (bin packing), shuffle k (its own k of them; within s: of those that follow the first), copysets k from q (one of q sets of k)."),
        fields.Optional("dedicated", Syntaxes.Count.Where("0 to 100000", n => n is >= 0 and <= 100_000), "0", "all share unless some are singled out",
            "How many of the tenants with the most data have a database of their own."))
    {
        Tiers = Tiers.Read(fields),
        IsLaidOut = fields.Has("layout"),
        Moves = fields.Optional("moves", Syntaxes.Frequency, "0/d", "nobody is moved unless it is said", "How many of them are moved to another database for rebalancing, by a dump that is loaded there."),
        Products = fields.Map("products", ProductPlace.Shape, "Products that keep a part of every tenant's data in databases of their own."),
    });
}
