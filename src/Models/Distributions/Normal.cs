using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// The bell curve: <c>normal(mean 10m sigma 2m)</c>, or by two quantiles. A draw below 0 counts as 0, so quantiles above 0 are those of the whole curve;
/// a curve with more than 1 % of its draws below 0 is refused.
/// </summary>
/// <param name="Middle">Mean (and median) of the whole curve.</param>
/// <param name="Sigma">Its standard deviation, more than 0.</param>
public sealed record Normal(double Middle, double Sigma) : Distribution
{
    /// <summary>The mean of the draws, those below 0 counted as 0.</summary>
    public override double Mean => Middle * Gauss.Cumulative(Middle / Sigma) + Sigma * Gauss.Density(Middle / Sigma);

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Max(0, Middle + Sigma * Gauss.Quantile(u));

    /// <inheritdoc/>
    public override double Cumulative(double x) => x < 0 ? 0 : Gauss.Cumulative((x - Middle) / Sigma);

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"normal(mean {Middle} sigma {Sigma})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        if (given.Bare.Count > 0 || given.Labelled.Count != 2) return given.Wrong("two of mean, sigma and quantiles", "normal(mean ## sigma #)");
        // In a bell curve the mean is the median.
        List<(double Share, double Value)> points = [.. given.Quantiles];
        if (given.Of("mean") is { } mean) points.Insert(0, (0.5, mean));
        (double Middle, double Sigma)? curve = (given.Of("sigma"), points) switch
        {
            ({ } sigma, [var point]) => (point.Value - sigma * Gauss.Quantile(point.Share), sigma),
            (null, [var a, var b]) => Through(a, b),
            _ => null,
        };
        if (curve is not { } found) return given.Wrong("two of mean, sigma and quantiles", "normal(mean ## sigma #)");
        if (!(found.Sigma > 0) || double.IsInfinity(found.Sigma)) return given.Contradiction();
        return Gauss.Cumulative(-found.Middle / found.Sigma) <= 0.01
            ? Parsed.Ok<Distribution>(new Normal(found.Middle, found.Sigma))
            : Parsed.No<Distribution>($"'{given.Text}' has more than 1% of its draws below 0; a lognormal has none");
    }

    private static (double, double) Through((double Share, double Value) a, (double Share, double Value) b)
    {
        double sigma = (b.Value - a.Value) / (Gauss.Quantile(b.Share) - Gauss.Quantile(a.Share));
        return (a.Value - sigma * Gauss.Quantile(a.Share), sigma);
    }
}
