using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>A region, or one of its zones: the end of a link.</summary>
/// <param name="Region">The region.</param>
/// <param name="Zone">The zone; empty where the whole region is meant.</param>
public readonly record struct Place(string Region, string Zone)
{
    private Zone At => new(Region, Zone);

    /// <summary>How a place is written.</summary>
    public static readonly Syntax<Place> Syntax = new Syntax<Place>("a region or zone", @"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$", "us-east", Parse)
        .Naming(place => place.Zone.Length == 0
            ? [new Reference("regions", place.Region)]
            : [new Reference("regions", place.Region), new Reference($"regions.{place.Region}.zones", place.Zone)]);

    /// <summary>Whether a zone is meant with it.</summary>
    public bool Contains(Zone zone) => At.Contains(zone);

    /// <summary>Whether some place is part of both.</summary>
    public bool Overlaps(Place other) => Contains(other.At) || other.Contains(At);

    /// <summary>As in a scenario: "us-east", "us-east.a".</summary>
    public override string ToString() => Zone.Length == 0 ? Region : $"{Region}.{Zone}";

    private static Parsed<Place> Parse(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length <= 2 && parts.All(part => Syntaxes.Name.Parse(part).Problem is null)
            ? Parsed.Ok(new Place(parts[0], parts.Length == 2 ? parts[1] : ""))
            : Parsed.No<Place>($"'{text}' is not a place: write a region such as us-east, or a zone such as us-east.a");
    }
}
