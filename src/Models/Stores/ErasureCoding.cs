using System.Globalization;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.Models.Stores;

/// <summary>
/// Every stored point is cut into fragments of which any few suffice to read it: <c>10 of 14</c>; <c>1 of 2</c> is a mirror. Fragments go bad apart from each
/// other, so of n that have each gone bad with probability p a point is gone with that of the binomial tail P(Bin(n, p) &gt; n - k).
/// </summary>
/// <param name="Needed">How many fragments suffice, k; 1 or more.</param>
/// <param name="Fragments">How many there are, n; k to 255, the most that codes over bytes allow.</param>
public sealed record ErasureCoding(int Needed, int Fragments)
{
    private const int Most = 255;

    // Nobody waits for the last of 255 fragments longer than this: e^-45 is below the spacing of the uniforms that ask.
    private const double LargestHazard = 45;

    /// <summary>How it is written.</summary>
    public static readonly Syntax<ErasureCoding?> Syntax = new Syntax<ErasureCoding?>("fragments", "^[0-9]+ of [0-9]+$", "10 of 14", Parse).Or("none", null);

    /// <summary>Bytes stored for one byte of data.</summary>
    public double Expansion => (double)Fragments / Needed;

    /// <summary>The probability that too few good fragments are left.</summary>
    /// <param name="hazard">Rate at which a fragment goes bad, times the time since all were good; 0 or more.</param>
    public double GoneAfter(double hazard)
    {
        double bad = 1 - PureMath.Exp(-hazard), good = PureMath.Exp(-hazard);
        if (bad <= 0 || good <= 0) return bad <= 0 ? 0 : 1;
        int fatal = Fragments - Needed + 1;
        double ways = 1;
        for (int i = 1; i <= fatal; i++) ways *= (double)(Fragments - fatal + i) / i;
        double term = ways * PureMath.Pow(bad, fatal) * PureMath.Pow(good, Fragments - fatal), sum = 0;
        for (int gone = fatal; gone <= Fragments; gone++)
        {
            sum += term;
            term *= (double)(Fragments - gone) / (gone + 1) * bad / good;
        }
        return Math.Min(1, sum);
    }

    /// <summary>The hazard of a fragment at which a point is gone with a probability: the inverse of <see cref="GoneAfter"/>, by halving.</summary>
    /// <param name="chance">0 to below 1.</param>
    public double HazardOf(double chance)
    {
        double low = 0, high = LargestHazard;
        for (double middle = high / 2; middle > low && middle < high && high - low > 1e-15 * high; middle = (low + high) / 2)
            if (GoneAfter(middle) < chance) low = middle;
            else high = middle;
        return high;
    }

    /// <summary>
    /// Years until a point is gone, where bad fragments are mended at a cadence as long as enough good ones are left: each time from one mending to the next
    /// stands for itself, so that the number of those that it outlives is geometric. A mending sees every fragment of a point.
    /// </summary>
    /// <param name="luck">A uniform, 0 to below 1.</param>
    /// <param name="rots">Hazard of a fragment per year, above 0.</param>
    /// <param name="first">Years until the first mending; infinite where nobody mends.</param>
    /// <param name="every">Years from one to the next.</param>
    public double YearsUntilGone(double luck, double rots, double first, double every)
    {
        double early = double.IsInfinity(first) ? 1 : GoneAfter(rots * first);
        if (luck < early) return HazardOf(luck) / rots;
        double left = (1 - luck) / (1 - early), each = GoneAfter(rots * every);
        if (each <= 0) return double.PositiveInfinity;
        double outlived = each >= 1 ? 0 : Math.Floor(PureMath.Log(left) / PureMath.Log(1 - each));
        double rest = 1 - (left / PureMath.Pow(1 - each, outlived));
        return first + (outlived * every) + (HazardOf(Math.Max(0, rest)) / rots);
    }

    private static Parsed<ErasureCoding?> Parse(string text)
    {
        string[] parts = text.Split(" of ");
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int needed) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int all)
            && needed >= 1 && needed <= all && all <= Most
            ? Parsed.Ok<ErasureCoding?>(new ErasureCoding(needed, all))
            : Parsed.No<ErasureCoding?>($"'{text}' is no way to cut a point: write how many fragments suffice of how many there are, at most {Most}, such as 10 of 14");
    }
}
