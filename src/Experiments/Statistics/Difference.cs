using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>How much a figure of one side is more than that of another, and how easily chance alone could show so much.</summary>
/// <param name="A">The figure of the first side.</param>
/// <param name="B">The figure of the second side.</param>
/// <param name="Interval">Two-sided interval of B - A; null where none exists at this number of trials.</param>
/// <param name="P">Two-sided p-value: how often, were there no difference, so large a one or a larger would be seen; 1 where nothing can be said.</param>
public readonly record struct Difference(double A, double B, Interval? Interval, double P)
{
    /// <summary>B - A; 0 where both are infinite.</summary>
    public double Value => A.Equals(B) ? 0 : B - A;
}
