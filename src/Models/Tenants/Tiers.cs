using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Tenants;

/// <summary>How much tenants matter to those who serve them, the most first: <c>{ gold: 5%, silver: 20% }</c>; the rest are of no tier, and come last.</summary>
/// <param name="Shares">Each tier's share of the tenants, together at most all.</param>
public sealed record Tiers(IReadOnlyList<Named<Share>> Shares)
{
    /// <summary>Nobody is of any tier.</summary>
    public static readonly Tiers None = new([]);

    /// <summary>Reads the tiers of a population.</summary>
    public static Tiers Read(Fields fields)
    {
        Tiers tiers = new(fields.Table("tiers", Syntaxes.Share, "Tiers, the most important first, each with its share of the tenants; who is of which is drawn. The rest are of none."));
        fields.Check(tiers.Shares.Sum(tier => tier.Value.Fraction) <= 1 + 1e-9, "tiers", "tiers of all tenants", () => "the tiers together are more than all tenants");
        return tiers;
    }

    /// <summary>The tier of a tenant, from 0; the number of tiers for one of none.</summary>
    /// <param name="u">The tenant's own uniform number.</param>
    public int Of(double u)
    {
        double below = 0;
        for (int tier = 0; tier < Shares.Count; tier++)
            if (u < (below += Shares[tier].Value.Fraction)) return tier;
        return Shares.Count;
    }
}
