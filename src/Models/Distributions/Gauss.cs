using Simulator.Kernel.Arithmetic;

namespace Simulator.Models.Distributions;

/// <summary>The standard normal law in pure arithmetic: the same bits on every machine.</summary>
public static class Gauss
{
    private const double InverseRootOfTwoPi = 0.39894228040143267794;

    // Coefficients of M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37 (1988), PPND16;
    // lowest power first: numerator and denominator near the middle, on the shoulders, in the tails.
    private static readonly double[] s_middle =
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] s_underMiddle =
    [
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static readonly double[] s_shoulder =
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] s_underShoulder =
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] s_tail =
    [
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] s_underTail =
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>The density at <paramref name="x"/>.</summary>
    public static double Density(double x) => InverseRootOfTwoPi * PureMath.Exp(-x * x / 2);

    /// <summary>The inverse CDF (AS 241, about 16 digits); negative infinity at 0.</summary>
    /// <param name="u">In [0, 1].</param>
    public static double Quantile(double u)
    {
        double q = u - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double square = 0.180625 - q * q;
            return q * Polynomial(s_middle, square) / Polynomial(s_underMiddle, square);
        }
        double tail = q < 0 ? u : 1 - u;
        if (tail <= 0) return q < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        double r = Math.Sqrt(-PureMath.Log(tail));
        double x = r <= 5
            ? Polynomial(s_shoulder, r - 1.6) / Polynomial(s_underShoulder, r - 1.6)
            : Polynomial(s_tail, r - 5) / Polynomial(s_underTail, r - 5);
        return q < 0 ? -x : x;
    }

    /// <summary>The CDF, to about 1e-15, and in the lower tail to about as many digits of its own.</summary>
    public static double Cumulative(double x)
    {
        if (x < -3) return x < -40 ? 0 : LowerTail(-x);
        return x > 3 ? 1 - Cumulative(-x) : 0.5 + Density(x) * OddSeries(x);
    }

    /// <summary>x + x³/3 + x⁵/(3·5) + ..., whose product with the density is the area from 0 to x (Abramowitz and Stegun 26.2.11).</summary>
    private static double OddSeries(double x)
    {
        double sum = x, term = x;
        for (int n = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); n += 2)
        {
            term *= x * x / n;
            sum += term;
        }
        return sum;
    }

    /// <summary>The continued fraction of Laplace, density / (x + 1/(x + 2/(x + 3/...))) (Abramowitz and Stegun 26.2.14), good from 3 on.</summary>
    private static double LowerTail(double x)
    {
        double fraction = x;
        for (int n = 60; n >= 1; n--) fraction = x + n / fraction;
        return Density(x) / fraction;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        for (int power = coefficients.Length - 1; power >= 0; power--) sum = sum * x + coefficients[power];
        return sum;
    }
}
