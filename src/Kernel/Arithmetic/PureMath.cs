namespace Simulator.Kernel.Arithmetic;

/// <summary>
/// Logarithm, exponential and power that give the same bits on every machine: only + - * / on doubles, no C library and no fused
/// multiply-add, whose last bits differ between processors. Errors stay at about 1 unit in the last place. Special values are those of
/// <see cref="Math"/>.
/// </summary>
public static class PureMath
{
    private const int ExponentBias = 1023;
    private const int FractionBits = 52;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    // ln 2 in two pieces; the first has 21 zeros at its end, so that its product with an exponent is exact.
    private static readonly double s_ln2High = BitConverter.UInt64BitsToDouble(0x3FE6_2E42_FEE0_0000);
    private static readonly double s_ln2Low = BitConverter.UInt64BitsToDouble(0x3DEA_39EF_3579_3C76);
    private static readonly DoubleDouble s_third = (DoubleDouble)1 / 3;
    private static readonly DoubleDouble s_fifth = (DoubleDouble)1 / 5;

    /// <summary>The natural logarithm; minus infinity of 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0) return double.NaN;
        if (x == 0) return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x)) return x;

        // x = 2^k (1 + f), and with s = f / (2 + f): log(1 + f) = 2 atanh s = f - f^2/2 + s (f^2/2 + 2 (s^2/3 + s^4/5 + ...)).
        (int k, double m) = Split(x);
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double tail = 2 * z * ((1.0 / 3) + (z * ((1.0 / 5) + (z * HighTerms(z)))));
        double half = 0.5 * f * f;
        return (k * s_ln2High) - ((half - ((s * (half + tail)) + (k * s_ln2Low))) - f);
    }

    /// <summary>e to the power x.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        return Exp(x, 0);
    }

    /// <summary>x to the power y.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        bool isOdd = Math.Floor(y) == y && Math.Abs(y) < 1L << 53 && ((long)y & 1) == 1;
        double size = Math.Abs(x);
        if (double.IsInfinity(y)) return size == 1 ? 1 : size > 1 == y > 0 ? double.PositiveInfinity : 0;
        if (x == 0 || double.IsInfinity(x))
        {
            double magnitude = size > 1 == y > 0 ? double.PositiveInfinity : 0;
            return isOdd && double.IsNegative(x) ? -magnitude : magnitude;
        }
        if (x < 0 && Math.Floor(y) != y) return double.NaN;
        double power = size == 1 ? 1 : PowerOf(size, y);
        return x < 0 && isOdd ? -power : power;
    }

    private static double PowerOf(double x, double y)
    {
        DoubleDouble log = LongLog(x);
        double exponent = y * log.High;
        if (exponent > LargestExponent + 1) return double.PositiveInfinity;
        if (exponent < SmallestExponent - 1) return 0;
        DoubleDouble product = DoubleDouble.Product(y, log.High);
        return Exp(product.High, product.Low + (y * log.Low));
    }

    // The logarithm to about 70 bits: a power multiplies its error by up to 1000. The same series as above, its first terms in double
    // length.
    private static DoubleDouble LongLog(double x)
    {
        (int k, double m) = Split(x);
        DoubleDouble s = (DoubleDouble)(m - 1) / DoubleDouble.Sum(m, 1);
        DoubleDouble z = s * s;
        DoubleDouble series = 1 + (z * (s_third + (z * (s_fifth + (z * HighTerms(z.High))))));
        return DoubleDouble.Sum(k * s_ln2High, k * s_ln2Low) + (s * 2 * series);
    }

    // 1/7 + z/9 + ... + z^9/25, for z up to 0.0295: what is left out is below 2^-57 of the first term, and that below 2^-15 of the whole.
    private static double HighTerms(double z) =>
        (1.0 / 7) + (z * ((1.0 / 9) + (z * ((1.0 / 11) + (z * ((1.0 / 13) + (z * ((1.0 / 15) + (z * ((1.0 / 17)
        + (z * ((1.0 / 19) + (z * ((1.0 / 21) + (z * ((1.0 / 23) + (z * (1.0 / 25))))))))))))))))));

    // e^(x + tail), where the tail is below the last place of x: x = k ln 2 + r with |r| up to ln 2 / 2, and Taylor's series of e^r.
    private static double Exp(double x, double tail)
    {
        if (x > LargestExponent) return double.PositiveInfinity;
        if (x < SmallestExponent) return 0;
        double k = Math.Floor((x / (s_ln2High + s_ln2Low)) + 0.5);
        double high = x - (k * s_ln2High);
        double low = (k * s_ln2Low) - tail;
        double r = high - low;
        double lost = (high - r) - low;
        double e = 1 + (r + (lost + (r * lost) + (r * r * ExpTerms(r))));
        return Scale(e, (int)k);
    }

    // 1/2! + r/3! + ... + r^11/13!: what is left out is below 2^-57.
    private static double ExpTerms(double r) =>
        (1.0 / 2) + (r * ((1.0 / 6) + (r * ((1.0 / 24) + (r * ((1.0 / 120) + (r * ((1.0 / 720) + (r * ((1.0 / 5_040)
        + (r * ((1.0 / 40_320) + (r * ((1.0 / 362_880) + (r * ((1.0 / 3_628_800) + (r * ((1.0 / 39_916_800)
        + (r * ((1.0 / 479_001_600) + (r * (1.0 / 6_227_020_800))))))))))))))))))))));

    // x = 2^k m, with m from sqrt(1/2) to sqrt(2).
    private static (int Exponent, double Fraction) Split(double x)
    {
        int k = 0;
        if (x < SmallestNormal)
        {
            x *= 1L << 54;
            k = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> FractionBits) - ExponentBias;
        double m = BitConverter.Int64BitsToDouble((bits & ((1L << FractionBits) - 1)) | ((long)ExponentBias << FractionBits));
        return m > 1.4142135623730951 ? (k + 1, m / 2) : (k, m);
    }

    // In two steps: 2^k itself may be out of range. Only the second step can round.
    private static double Scale(double x, int k) => x * PowerOfTwo(k / 2) * PowerOfTwo(k - (k / 2));

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + ExponentBias) << FractionBits);
}
