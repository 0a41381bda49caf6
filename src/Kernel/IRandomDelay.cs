namespace Simulator.Kernel;

/// <summary>
/// A duration that chance decides. A wait is given the distribution, not a sample, so that its remainder can be drawn again given its age.
/// </summary>
public interface IRandomDelay
{
    /// <summary>The inverse CDF: the duration that a share <paramref name="u"/> (in [0, 1)) of all draws stays below. Never negative.</summary>
    TimeSpan Quantile(double u);

    /// <summary>The CDF: the share of draws, in [0, 1], that are at most <paramref name="duration"/>.</summary>
    double Cumulative(TimeSpan duration);
}
