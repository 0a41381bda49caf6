using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Places;

/// <summary>A region: zones that fail apart from each other, with links between them.</summary>
/// <param name="Zones">Names of its zones, in the order of the file.</param>
/// <param name="Latency">One-way delay between two of its zones.</param>
public sealed record Region(IReadOnlyList<string> Zones, TimeSpan Latency)
{
    /// <summary>How a region is written.</summary>
    public static readonly Shape<Region> Shape = new("region", "Zones that fail apart from each other.", Read);

    private static Region Read(Fields fields)
    {
        IReadOnlyList<string> zones = fields.List("zones", Syntaxes.Name, "The zones of the region.", required: true);
        fields.Check(zones.Distinct().Count() == zones.Count, "zones", "zone named twice", () => $"a zone is named twice; each of {string.Join(", ", zones)} needs a name of its own");
        TimeSpan latency = fields.Optional("latency", Syntaxes.Duration, "0.5ms",
            "half of a round trip of 1 ms, inside the measured 0.25 to 3.37 ms between zones (xkyle.com, Measuring AWS Region and AZ Latency)",
            "One-way delay between two of its zones, unless a link between them says another.");
        return new Region(zones, latency);
    }
}
