namespace Simulator.Experiments.Expectations;

/// <summary>What must hold of a figure.</summary>
/// <param name="Limits">The values it may have, in the measure's unit; in seconds since the first deletion where a share is to be reached.</param>
/// <param name="Reaches">The share whose first reaching is looked at, in (0, 1]; null where the measure itself is.</param>
/// <param name="Published">The published moment of that share; null where none is named.</param>
public sealed record Test(Limits Limits, double? Reaches = null, PublishedMoment? Published = null)
{
    /// <summary>The published value that the limits lie around, in the measure's unit; null where none is named.</summary>
    public double? Stated { get; init; }
}

/// <summary>A published moment, and how far off it may be.</summary>
/// <param name="At">When, since the first deletion.</param>
/// <param name="Within">How far off it may be, to either side.</param>
public readonly record struct PublishedMoment(TimeSpan At, TimeSpan Within);
