using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>How the zone of a member of a collection is found.</summary>
public enum Spread
{
    /// <summary>All members stand in the zone that is named.</summary>
    Named,

    /// <summary>Members are dealt over the region's zones, one after the other.</summary>
    Dealt,

    /// <summary>Each member stands in the zone after its primary's.</summary>
    Another,
}

/// <summary>Where members of a collection stand: <c>us-east.a</c>, <c>us-east.a.hall-1</c>, <c>one of us-east.zones</c>, <c>another of us-east.zones</c>.</summary>
/// <param name="Region">The region.</param>
/// <param name="Zone">The zone, with the place in it behind a dot; empty unless one is named.</param>
/// <param name="Spread">How the zone is found.</param>
public sealed record Placement(string Region, string Zone, Spread Spread)
{
    /// <summary>How a placement is written.</summary>
    public static readonly Syntax<Placement> Syntax = new Syntax<Placement>(
        "a place", @"^((one of |another of )[a-z][a-z0-9-]*\.zones|[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,4})$", "one of us-east.zones", Parse)
        .Naming(place => place.Spread == Spread.Named
            ? [new Reference("regions", place.Region), Places.Region.Mention(place.Region, place.Zone)]
            : [new Reference("regions", place.Region)]);

    /// <summary>The zone of a member.</summary>
    /// <param name="member">Number of the member.</param>
    /// <param name="region">The region's record.</param>
    public Zone At(int member, Region region) => new(Region, Spread switch
    {
        Spread.Named => Zone,
        Spread.Dealt => region.Zones[member % region.Zones.Count],
        _ => region.Zones[(member + 1) % region.Zones.Count],
    });

    private static Parsed<Placement> Parse(string text)
    {
        (string rest, Spread spread) = text.StartsWith("one of ", StringComparison.Ordinal) ? (text[7..], Spread.Dealt)
            : text.StartsWith("another of ", StringComparison.Ordinal) ? (text[11..], Spread.Another)
            : (text, Spread.Named);
        string[] parts = rest.Split('.');
        bool zonesMeant = parts.Length == 2 && parts[1] == "zones";
        if (parts.Length is < 2 or > 5 || parts.Any(part => Syntaxes.Name.Parse(part).Problem is not null) || zonesMeant != (spread != Spread.Named))
            return Parsed.No<Placement>($"'{text}' is not a place: write us-east.a, a place in it such as us-east.a.hall-1, one of us-east.zones or another of us-east.zones");
        return Parsed.Ok(new Placement(parts[0], spread == Spread.Named ? string.Join('.', parts[1..]) : "", spread));
    }
}
