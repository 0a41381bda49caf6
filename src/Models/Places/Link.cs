using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Places;

/// <summary>What connects two places: everything that crosses it shares it.</summary>
/// <param name="Between">The two ends: two zones, or two regions.</param>
/// <param name="Latency">One-way delay; drawn per message where single transactions are followed, else its median.</param>
/// <param name="Bandwidth">What it carries in each direction; null where that never matters.</param>
public sealed record Link(IReadOnlyList<string> Between, Delay Latency, DataRate? Bandwidth)
{
    /// <summary>How a link is written.</summary>
    public static readonly Shape<Link> Shape = new("link", "What connects two places; everything that crosses it shares it.", Read);

    private static Link Read(Fields fields)
    {
        IReadOnlyList<string> between = fields.List("between", Syntaxes.NameOf("regions"), "The two regions that it connects.", required: true);
        fields.Check(between.Distinct().Count() == 2, "between", "link between two places", () => $"a link connects two places, here are {between.Distinct().Count()}: write [us-east, eu-west]");
        Delay latency = fields.Required("latency", Syntaxes.Delay, "One-way delay.");
        DataRate bandwidth = fields.Optional("bandwidth", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0).Or("unlimited", default), "unlimited",
            "a link that nobody describes carries whatever is asked of it", "What it carries in each direction.");
        return new Link(between, latency, bandwidth == default ? null : bandwidth);
    }
}
