using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Statistics.Sampling;

/// <summary>
/// A Latin hypercube: every axis is cut into as many strata of equal probability as there are points, and each stratum of each axis holds exactly one
/// point, at a place in it that chance decides (M. D. McKay, R. J. Beckman and W. J. Conover, "A comparison of three methods for selecting values of
/// input variables in the analysis of output from a computer code", Technometrics 21, 1979).
/// </summary>
public static class LatinHypercube
{
    /// <summary>One axis of it: the place of every point, in [0, 1).</summary>
    /// <param name="points">How many points.</param>
    /// <param name="luck">The axis's own luck; another axis has another.</param>
    public static double[] Axis(int points, RandomStream luck) => [.. Shuffled.Of(points, luck).Select(stratum => (stratum + luck.NextUniform()) / points)];

    /// <summary>The points, each with a place on every axis.</summary>
    /// <param name="points">How many points.</param>
    /// <param name="axes">How many axes.</param>
    /// <param name="luck">The luck of an axis, by its number from 0.</param>
    public static double[][] Of(int points, int axes, Func<int, RandomStream> luck)
    {
        double[][] places = [.. Enumerable.Range(0, axes).Select(axis => Axis(points, luck(axis)))];
        return [.. Enumerable.Range(0, points).Select(point => Array.ConvertAll(places, axis => axis[point]))];
    }
}
