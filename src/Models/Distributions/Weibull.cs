using System.Globalization;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// A wait whose hazard falls (shape below 1) or rises (above 1) with age: <c>weibull(mean 4y shape 0.8)</c>, <c>weibull(median 2h p95 9h)</c>.
/// The share above x is exp(-(x / scale)^shape).
/// </summary>
/// <param name="Scale">The value that 63.2 % of draws stay below, more than 0.</param>
/// <param name="Form">The shape, a bare number more than 0.</param>
public sealed record Weibull(double Scale, double Form) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Scale * Gamma.Of(1 + 1 / Form);

    /// <inheritdoc/>
    public override double Quantile(double u) => u <= 0 ? 0 : Scale * PureMath.Exp(PureMath.Log(-PureMath.Log(1 - u)) / Form);

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= 0 ? 0 : 1 - PureMath.Exp(-PureMath.Exp(Form * PureMath.Log(x / Scale)));

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"weibull(mean {Mean} shape {Form})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        if (given.Bare.Count > 0 || given.Labelled.Count != 2) return given.Wrong("shape and a mean or quantile, or two quantiles", "weibull(mean # shape 0.8)");
        if (given.Positive() is { } problem) return Parsed.No<Distribution>(problem);
        (double Scale, double Form)? curve = (given.Of("shape"), given.Of("mean"), given.Quantiles) switch
        {
            ({ } shape, { } mean, _) => (mean / Gamma.Of(1 + 1 / shape), shape),
            ({ } shape, null, [var point]) => (ScaleOf(point, shape), shape),
            (null, null, [var a, var b]) => Through(a, b),
            _ => null,
        };
        if (curve is not { } found) return given.Wrong("shape and a mean or quantile, or two quantiles", "weibull(mean # shape 0.8)");
        if (found.Form < 0.05) return Parsed.No<Distribution>($"'{given.Text}' has a shape below 0.05, whose mean no computer can hold");
        return found.Scale > 0 && !double.IsInfinity(found.Form) ? Parsed.Ok<Distribution>(new Weibull(found.Scale, found.Form)) : given.Contradiction();
    }

    private static double ScaleOf((double Share, double Value) point, double shape) =>
        point.Value / PureMath.Exp(PureMath.Log(-PureMath.Log(1 - point.Share)) / shape);

    private static (double, double) Through((double Share, double Value) a, (double Share, double Value) b)
    {
        double shape = PureMath.Log(PureMath.Log(1 - b.Share) / PureMath.Log(1 - a.Share)) / PureMath.Log(b.Value / a.Value);
        return shape > 0 ? (ScaleOf(a, shape), shape) : (0, 1);
    }
}
