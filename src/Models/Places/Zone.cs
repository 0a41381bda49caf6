namespace Simulator.Models.Places;

/// <summary>One zone of one region.</summary>
/// <param name="Region">The region's name.</param>
/// <param name="Name">The zone's name in it.</param>
public readonly record struct Zone(string Region, string Name)
{
    /// <summary>As in a scenario: "us-east.a".</summary>
    public override string ToString() => $"{Region}.{Name}";
}
