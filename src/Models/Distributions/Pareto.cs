using System.Globalization;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// Few that are huge and many that are small: <c>pareto(median 10 p99 3000)</c>, <c>pareto(min 1 shape 1.2)</c>. The share above x is (min / x)^shape.
/// </summary>
/// <param name="Min">The smallest value, more than 0.</param>
/// <param name="Tail">The shape, more than 0; at 1 or less there is no mean.</param>
public sealed record Pareto(double Min, double Tail) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Tail > 1 ? Min * Tail / (Tail - 1) : double.PositiveInfinity;

    /// <inheritdoc/>
    public override double Quantile(double u) => Min * PureMath.Exp(-PureMath.Log(1 - u) / Tail);

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= Min ? 0 : 1 - PureMath.Exp(-Tail * PureMath.Log(x / Min));

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"pareto(min {Min} shape {Tail})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        if (given.Bare.Count > 0 || given.Labelled.Count != 2) return given.Wrong("two of min, shape, mean and quantiles", "pareto(median # p99 ##)");
        if (given.Positive() is { } problem) return Parsed.No<Distribution>(problem);
        (double Min, double Tail)? curve = (given.Of("min"), given.Of("shape"), given.Of("mean"), given.Quantiles) switch
        {
            ({ } min, { } shape, _, _) => (min, shape),
            ({ } min, null, { } mean, _) => (min, mean / (mean - min)),
            (null, { } shape, { } mean, _) => (mean * (shape - 1) / shape, shape),
            ({ } min, null, null, [var point]) => (min, -PureMath.Log(1 - point.Share) / PureMath.Log(point.Value / min)),
            (null, { } shape, null, [var point]) => (point.Value * PureMath.Exp(PureMath.Log(1 - point.Share) / shape), shape),
            (null, null, null, [var a, var b]) => Through(a, b),
            _ => null,
        };
        if (curve is not { } found) return given.Wrong("two of min, shape, mean and quantiles (but not a mean with a quantile)", "pareto(median # p99 ##)");
        return found.Min > 0 && found.Tail > 0 && !double.IsInfinity(found.Tail) ? Parsed.Ok<Distribution>(new Pareto(found.Min, found.Tail)) : given.Contradiction();
    }

    private static (double, double) Through((double Share, double Value) a, (double Share, double Value) b)
    {
        double shape = (PureMath.Log(1 - a.Share) - PureMath.Log(1 - b.Share)) / PureMath.Log(b.Value / a.Value);
        return (a.Value * PureMath.Exp(PureMath.Log(1 - a.Share) / shape), shape);
    }
}
