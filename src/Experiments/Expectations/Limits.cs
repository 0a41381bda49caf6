namespace Simulator.Experiments.Expectations;

/// <summary>The values that a figure may have.</summary>
/// <param name="Low">The smallest; null if there is none.</param>
/// <param name="High">The largest; null if there is none.</param>
/// <param name="Exclusive">Whether the ends themselves are outside.</param>
public sealed record Limits(double? Low, double? High, bool Exclusive = false)
{
    /// <summary>No limit at all.</summary>
    public static readonly Limits None = new(null, null);

    /// <summary>How far beyond an end a value still counts as standing on it, in the measure's unit: what arithmetic may lose.</summary>
    public double Hair { get; init; }

    /// <summary>Whether both ends are limited, so that a two-sided interval must fit in between.</summary>
    public bool AreTwoSided => Low is not null && High is not null;

    /// <summary>Whether a value is allowed.</summary>
    public bool Hold(double value) => !AreBelow(value) && !AreAbove(value);

    /// <summary>Whether the limits lie below a value: it is too large.</summary>
    public bool AreBelow(double value) => High is { } high && (value > high + Hair || (Exclusive && value >= high));

    /// <summary>Whether the limits lie above a value: it is too small.</summary>
    public bool AreAbove(double value) => Low is { } low && (value < low - Hair || (Exclusive && value <= low));

    /// <summary>How far a value is from the nearest end.</summary>
    public double Distance(double value) => Math.Min(
        Low is { } low ? Math.Abs(value - low) : double.PositiveInfinity, High is { } high ? Math.Abs(value - high) : double.PositiveInfinity);
}
