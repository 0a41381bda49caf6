using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Places;

/// <summary>What connects two places: everything that crosses it shares it.</summary>
/// <param name="Between">The two ends: zones or regions.</param>
/// <param name="Latency">One-way delay; drawn per message where single transactions are followed, else its median.</param>
/// <param name="Bandwidth">What it carries in each direction; null where that never matters.</param>
public sealed record Link(IReadOnlyList<Place> Between, Delay Latency, DataRate? Bandwidth)
{
    /// <summary>How a link is written.</summary>
    public static readonly Shape<Link> Shape = new("link", "What connects two places; everything that crosses it shares it.", Read);

    /// <summary>The end that a zone is part of: 0 or 1; -1 where it is part of none.</summary>
    public int EndOf(Zone zone) => Between[0].Contains(zone) ? 0 : Between[1].Contains(zone) ? 1 : -1;

    /// <summary>How closely it fits the way from one zone to another: 1 by their regions, one more for each of them that it names; 0 where it does not connect them.</summary>
    public int Fit(Zone from, Zone to)
    {
        int first = EndOf(from), last = EndOf(to);
        return first < 0 || last < 0 || first == last ? 0 : 1 + Between.Count(end => end.Zone.Length > 0);
    }

    private static Link Read(Fields fields)
    {
        IReadOnlyList<Place> between = fields.List("between", Place.Syntax, "The two places that it connects: regions, or zones.", required: true);
        fields.Check(between.Count == 2, "between", "link between two places", () => $"a link connects two places, here are {between.Count}: write [us-east, eu-west] or [us-east.a, us-east.b]");
        fields.Check(between.Count != 2 || !between[0].Overlaps(between[1]), "between", "link into itself", () => $"{between[0]} and {between[1]} are not apart from each other: a link connects two places");
        Delay latency = fields.Required("latency", Syntaxes.Delay, "One-way delay.");
        DataRate bandwidth = fields.Optional("bandwidth", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0).Or("unlimited", default), "unlimited",
            "a link that nobody describes carries whatever is asked of it", "What it carries in each direction: the log that standbys and change streams follow has priority, rebuilds and catching up share the rest.");
        return new Link(between, latency, bandwidth == default ? null : bandwidth);
    }
}
