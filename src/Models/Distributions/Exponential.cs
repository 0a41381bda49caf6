using System.Globalization;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>A wait without memory: <c>exponential(mean 4y)</c>, or by one quantile, <c>exponential(median 2h)</c>.</summary>
/// <param name="Average">The mean, more than 0.</param>
public sealed record Exponential(double Average) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Average;

    /// <inheritdoc/>
    public override double Quantile(double u) => -Average * PureMath.Log(1 - u);

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= 0 ? 0 : 1 - PureMath.Exp(-x / Average);

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"exponential(mean {Average})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        if (given.Bare.Count > 0 || given.Labelled.Count != 1) return given.Wrong("a mean or one quantile", "exponential(mean #)");
        if (given.Positive() is { } problem) return Parsed.No<Distribution>(problem);
        if (given.Of("mean") is { } mean) return Parsed.Ok<Distribution>(new Exponential(mean));
        return given.Quantiles is [var point]
            ? Parsed.Ok<Distribution>(new Exponential(point.Value / -PureMath.Log(1 - point.Share)))
            : given.Wrong("a mean or one quantile", "exponential(mean #)");
    }
}
