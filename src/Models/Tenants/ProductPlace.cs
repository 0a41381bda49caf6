using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Tenants;

/// <summary>Where a product keeps its part of every tenant's data. A deletion deletes all parts of a tenant, and it is back when all of them are.</summary>
/// <param name="In">The databases.</param>
/// <param name="Data">The share of a tenant's data, and of its writes, that is in them.</param>
public sealed record ProductPlace(string In, Share Data)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<ProductPlace> Shape = new("product", "A part of every tenant's data, in databases of its own.", fields => new ProductPlace(
        fields.Required("in", Syntaxes.NameOf("databases"), "The databases."),
        fields.Required("data", Syntaxes.Share.Where("more than 0% and less than 100%", share => share.Fraction is > 0 and < 1), "Share of a tenant's data, and of its writes, that is in them; the rest is in the population's own.")));
}
