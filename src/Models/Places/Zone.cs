namespace Simulator.Models.Places;

/// <summary>One zone of one region, or a building, rack or node in it.</summary>
/// <param name="Region">The region's name.</param>
/// <param name="Name">
/// The zone's name in it, with what it is inside of the zone behind dots: "a", "a.hall-1", "a.hall-1.rack-3.node-7"; empty for what stands in the region,
/// but in none of its zones: an object store.
/// </param>
public readonly record struct Zone(string Region, string Name)
{
    /// <summary>The whole zone that it is, or is part of: networks and power grids know no smaller place.</summary>
    public Zone Whole => Name.IndexOf('.') is var dot and >= 0 ? new Zone(Region, Name[..dot]) : this;

    /// <summary>Somewhere in a region, outside its zones.</summary>
    public static Zone Outside(string region) => new(region, "");

    /// <summary>Whether another is this one, or a part of it.</summary>
    public bool Contains(Zone other) => Region == other.Region && (Name.Length == 0 || Name == other.Name || other.Name.StartsWith($"{Name}.", StringComparison.Ordinal));

    /// <summary>It and all that it is part of, from the whole region down to itself.</summary>
    public IEnumerable<Zone> Around()
    {
        yield return Outside(Region);
        for (int end = 0; end < Name.Length; end++)
            if (Name[end] == '.') yield return new Zone(Region, Name[..end]);
        if (Name.Length > 0) yield return this;
    }

    /// <summary>As in a scenario: "us-east.a", "us-east.a.hall-1", or "us-east".</summary>
    public override string ToString() => Name.Length == 0 ? Region : $"{Region}.{Name}";
}
