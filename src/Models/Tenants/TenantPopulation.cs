using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Workloads;

namespace Simulator.Models.Tenants;

/// <summary>Tenants who share databases. Nothing is stored for a tenant: its users, data and home are functions of its number.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="In">The databases they live in.</param>
/// <param name="Users">Users of a tenant; drawn, rounded, at least 1.</param>
/// <param name="DataPerUser">Bytes of data for each of a tenant's users; one draw a tenant.</param>
/// <param name="WritesPerUser">Writes of one user per second, over the day.</param>
/// <param name="WriteSize">Bytes of one write.</param>
/// <param name="Layout">Which database a tenant lives in.</param>
public sealed record TenantPopulation(
    int Count, string In, Distribution Users, Distribution DataPerUser, Workload WritesPerUser, DataSize WriteSize, TenantLayout Layout)
{
    /// <summary>How much its tenants matter to those who serve them.</summary>
    public Tiers Tiers { get; init; } = Tiers.None;

    /// <summary>How a population is written.</summary>
    public static readonly Shape<TenantPopulation> Shape = new("population", "Tenants who share databases.", fields => new TenantPopulation(
        fields.Required("count", Syntaxes.Count.Where("1 to 10000000", n => n is >= 1 and <= 10_000_000), "How many there are."),
        fields.Required("in", Syntaxes.NameOf("databases"), "The databases they live in."),
        fields.Required("users", Syntaxes.Amounts, "Users of a tenant."),
        fields.Required("data per user", Syntaxes.Sizes, "Data of a tenant for each of its users."),
        fields.Required("writes per user", Syntaxes.EventWorkload, "Writes of one user."),
        fields.Optional("write size", Syntaxes.DataSize, "4 kB", "assumed: an issue's change with its history, about a page", "Bytes of one write."),
        new Pooled(fields.Optional("dedicated", Syntaxes.Count.Where("0 to 100000", n => n is >= 0 and <= 100_000), "0", "all share unless some are singled out",
            "How many of the tenants with the most data have a database of their own.")))
        { Tiers = Tiers.Read(fields) });
}
