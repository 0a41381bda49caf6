using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Costs;

/// <summary>The names of the prices of moving bytes; empty for not priced. Inside a zone nothing is paid, and nothing listed.</summary>
/// <param name="InRegion">Between a zone and what stands in its region but in none of its zones: an object store.</param>
/// <param name="BetweenZones">Between zones of a region.</param>
/// <param name="BetweenRegions">Between regions.</param>
public sealed record TransferCosts(string InRegion, string BetweenZones, string BetweenRegions)
{
    /// <summary>Every kind of way.</summary>
    public static readonly IReadOnlyList<string> Ways = ["in region", "between zones", "between regions"];

    /// <summary>Nothing is said of it.</summary>
    public static readonly TransferCosts None = new("", "", "");

    /// <summary>How it is written.</summary>
    public static readonly Shape<TransferCosts> Shape = new("price choice of transfer", "Which prices moving bytes has.", fields => new TransferCosts(
        fields.Optional("in region", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of bytes between a zone and a store that is spread over its region."),
        fields.Optional("between zones", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of bytes from one zone to another of its region."),
        fields.Optional("between regions", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of bytes from one region to another.")));

    /// <summary>What kind of way leads from one place to another, and the name of its price; null inside a zone.</summary>
    public (string Way, string Price)? Of(Zone from, Zone to) =>
        from.Region != to.Region ? (Ways[2], BetweenRegions)
        : from.Whole == to.Whole ? null
        : from.Name.Length == 0 || to.Name.Length == 0 ? (Ways[0], InRegion)
        : (Ways[1], BetweenZones);

    /// <summary>The name of the price of a kind of way.</summary>
    public string Price(string way) => way == Ways[0] ? InRegion : way == Ways[1] ? BetweenZones : BetweenRegions;

    internal IEnumerable<(string Key, string Name, Priced[] Of)> Mentions(string path) =>
        [($"{path}.in region", InRegion, [Priced.Data]), ($"{path}.between zones", BetweenZones, [Priced.Data]), ($"{path}.between regions", BetweenRegions, [Priced.Data])];
}
