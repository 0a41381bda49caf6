namespace Simulator.Models.Places;

/// <summary>One zone of one region.</summary>
/// <param name="Region">The region's name.</param>
/// <param name="Name">The zone's name in it; empty for what stands in the region, but in none of its zones: an object store.</param>
public readonly record struct Zone(string Region, string Name)
{
    /// <summary>Somewhere in a region, outside its zones.</summary>
    public static Zone Outside(string region) => new(region, "");

    /// <summary>As in a scenario: "us-east.a", or "us-east".</summary>
    public override string ToString() => Name.Length == 0 ? Region : $"{Region}.{Name}";
}
