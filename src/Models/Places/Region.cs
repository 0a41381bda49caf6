using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Places;

/// <summary>A region: zones that fail apart from each other, with links between them.</summary>
/// <param name="Zones">Names of its zones, in the order of the file.</param>
/// <param name="Latency">One-way delay between two of its zones.</param>
public sealed record Region(IReadOnlyList<string> Zones, TimeSpan Latency)
{
    private static readonly Syntax<string> s_part = new("a place in a zone", @"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,3}$", "a.hall-1", ParsePart);

    /// <summary>Buildings, racks and nodes in its zones, as <see cref="Zone.Name"/> writes them: "a.hall-1", "a.hall-1.rack-3". What a place is part of is among them.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>How a region is written.</summary>
    public static readonly Shape<Region> Shape = new("region", "Zones that fail apart from each other.", Read);

    /// <summary>The mention of a zone, or of a place in one.</summary>
    /// <param name="region">The region's name.</param>
    /// <param name="zone">As in <see cref="Zone.Name"/>.</param>
    public static Reference Mention(string region, string zone) => new(zone.Contains('.', StringComparison.Ordinal) ? $"regions.{region}.places" : $"regions.{region}.zones", zone);

    private static Region Read(Fields fields)
    {
        IReadOnlyList<string> zones = fields.List("zones", Syntaxes.Name, "The zones of the region.", required: true);
        fields.Check(zones.Distinct().Count() == zones.Count, "zones", "zone named twice", () => $"a zone is named twice; each of {string.Join(", ", zones)} needs a name of its own");
        TimeSpan latency = fields.Optional("latency", Syntaxes.Duration, "0.5ms",
            "half of a round trip of 1 ms, inside the measured 0.25 to 3.37 ms between zones (xkyle.com, Measuring AWS Region and AZ Latency)",
            "One-way delay between two of its zones, unless a link between them says another.");
        IReadOnlyList<string> places = fields.List("places", s_part, "Buildings, racks and nodes in its zones, such as [a.hall-1, a.hall-1.rack-3]: they fail apart from each other, and a zone or building is lost with the last of those in it.");
        string? orphan = places.FirstOrDefault(place => !zones.Contains(Above(place)) && !places.Contains(Above(place)));
        fields.Check(orphan is null, "places", "place in a place", () => $"{orphan} is part of {Above(orphan!)}, which is neither a zone nor a place: add it");
        fields.Check(places.Distinct().Count() == places.Count, "places", "place named twice", () => $"a place is named twice in {string.Join(", ", places)}");
        return new Region(zones, latency) { Places = places };
    }

    private static string Above(string place) => place[..place.LastIndexOf('.')];

    private static Parsed<string> ParsePart(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length is >= 2 and <= 4 && parts.All(part => Syntaxes.Name.Parse(part).Problem is null)
            ? Parsed.Ok(text)
            : Parsed.No<string>($"'{text}' is not a place in a zone: write a building such as a.hall-1, a rack a.hall-1.rack-3 or a node a.hall-1.rack-3.node-7");
    }
}
