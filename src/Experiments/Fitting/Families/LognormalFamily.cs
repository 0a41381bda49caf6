using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>A product of many small causes: the logarithms are normal.</summary>
internal sealed class LognormalFamily : Family
{
    private const double NormalQuantile95 = 1.6448536269514722;

    private static readonly NormalFamily s_ofLogarithms = new();

    /// <inheritdoc/>
    public override string Word => "lognormal";

    /// <inheritdoc/>
    public override int Count => 2;

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data) => data.Least <= 0 ? NoZeros(data) : Parsed.Ok(NormalFamily.Estimate(data.Map(PureMath.Log)));

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Lognormal(parameters[0], parameters[1]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value)
    {
        double log = PureMath.Log(value);
        return s_ofLogarithms.LogDensity(parameters, log) - log;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) =>
        [new("median", PureMath.Exp(parameters[0]), false), new("p95", PureMath.Exp(parameters[0] + NormalQuantile95 * parameters[1]), false)];
}
