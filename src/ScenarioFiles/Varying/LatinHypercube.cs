using Simulator.Kernel.Randomness;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>
/// A Latin hypercube: every axis is cut into as many strata of equal probability as there are points, and each stratum of each axis holds exactly one
/// point, at a place in it that chance decides (M. D. McKay, R. J. Beckman and W. J. Conover, "A comparison of three methods for selecting values of
/// input variables in the analysis of output from a computer code", Technometrics 21, 1979).
/// </summary>
internal static class LatinHypercube
{
    /// <summary>One axis of it: the place of every point, in [0, 1).</summary>
    /// <param name="points">How many points.</param>
    /// <param name="seed">The scenario's seed.</param>
    /// <param name="names">Whose axis it is; another axis has other luck.</param>
    public static double[] Axis(int points, ulong seed, params ReadOnlySpan<string> names)
    {
        ulong key = Philox.Key(Philox.Key(seed, "sample"), Philox.Key(0, names)), order = Philox.Key(key, "order"), place = Philox.Key(key, "place");
        int[] strata = [.. Enumerable.Range(0, points)];
        for (int i = points - 1; i > 0; i--)
        {
            int j = (int)(Philox.Uniform(order, (ulong)i) * (i + 1)); // Fisher and Yates
            (strata[i], strata[j]) = (strata[j], strata[i]);
        }
        return [.. strata.Select((stratum, i) => (stratum + Philox.Uniform(place, (ulong)i)) / points)];
    }
}
