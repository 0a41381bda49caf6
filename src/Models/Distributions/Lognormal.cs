using System.Globalization;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// A product of many small causes; the usual law of times that people take: <c>lognormal(median 70s p95 120s)</c>, <c>lognormal(mean 41m sigma 0.5)</c>.
/// </summary>
/// <param name="Mu">Mean of the logarithm.</param>
/// <param name="Sigma">Standard deviation of the logarithm, a bare number more than 0.</param>
public sealed record Lognormal(double Mu, double Sigma) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => PureMath.Exp(Mu + Sigma * Sigma / 2);

    /// <inheritdoc/>
    public override double Quantile(double u) => PureMath.Exp(Mu + Sigma * Gauss.Quantile(u));

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= 0 ? 0 : Gauss.Cumulative((PureMath.Log(x) - Mu) / Sigma);

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"lognormal(median {PureMath.Exp(Mu)} sigma {Sigma})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        if (given.Bare.Count > 0 || given.Labelled.Count != 2) return given.Wrong("two of mean, sigma and quantiles", "lognormal(median # p95 ##)");
        if (given.Positive() is { } problem) return Parsed.No<Distribution>(problem);
        (double Mu, double Sigma)? curve = (given.Of("mean"), given.Of("sigma"), given.Quantiles) switch
        {
            ({ } mean, { } sigma, _) => (PureMath.Log(mean) - sigma * sigma / 2, sigma),
            (null, { } sigma, [var point]) => (PureMath.Log(point.Value) - sigma * Gauss.Quantile(point.Share), sigma),
            ({ } mean, null, [var point]) => ByMean(mean, point.Share, point.Value),
            (null, null, [var a, var b]) => Through(a, b),
            _ => null,
        };
        if (curve is not { } found) return given.Wrong("two of mean, sigma and quantiles", "lognormal(median # p95 ##)");
        return found.Sigma > 0 && !double.IsInfinity(found.Sigma) ? Parsed.Ok<Distribution>(new Lognormal(found.Mu, found.Sigma)) : given.Contradiction();
    }

    private static (double, double) Through((double Share, double Value) a, (double Share, double Value) b)
    {
        double sigma = PureMath.Log(b.Value / a.Value) / (Gauss.Quantile(b.Share) - Gauss.Quantile(a.Share));
        return (PureMath.Log(a.Value) - sigma * Gauss.Quantile(a.Share), sigma);
    }

    /// <summary>
    /// From ln mean = mu + sigma²/2 and ln value = mu + z sigma: sigma² / 2 - z sigma + ln(value / mean) = 0. Of two solutions the narrower is meant.
    /// </summary>
    private static (double, double) ByMean(double mean, double share, double value)
    {
        double z = Gauss.Quantile(share), root = Math.Sqrt(z * z - 2 * PureMath.Log(value / mean));
        double sigma = z - root > 0 ? z - root : z + root;
        return (PureMath.Log(mean) - sigma * sigma / 2, sigma);
    }
}
