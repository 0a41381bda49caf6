using Simulator.Kernel.Arithmetic;

namespace Simulator.Models.Distributions;

/// <summary>The gamma function in pure arithmetic.</summary>
internal static class Gamma
{
    /// <summary>Lanczos' approximation with g = 7 and nine terms, in the coefficients of P. Godfrey (2001).</summary>
    private static readonly double[] s_terms =
    [
        0.99999999999980993227684700473478, 676.520368121885098567009190444019, -1259.13921672240287047156078755283,
        771.3234287776530788486528258894, -176.61502916214059906584551354, 12.507343278686904814458936853,
        -0.13857109526572011689554707, 9.984369578019570859563e-6, 1.50563273514931155834e-7,
    ];

    /// <summary>The value at <paramref name="x"/>, 1 or more, to about 1e-14 of itself.</summary>
    public static double Of(double x)
    {
        double sum = s_terms[0], shifted = x - 1;
        for (int term = 1; term < s_terms.Length; term++) sum += s_terms[term] / (shifted + term);
        double t = shifted + 7.5;
        return 2.5066282746310005 * PureMath.Exp((shifted + 0.5) * PureMath.Log(t) - t) * sum;
    }
}
