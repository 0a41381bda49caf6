using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>Waits without memory. The likeliest mean is the time watched over the events seen (D. R. Cox and D. Oakes, "Analysis of Survival Data", 1984).</summary>
internal sealed class ExponentialFamily : Family
{
    /// <inheritdoc/>
    public override string Word => "exponential";

    /// <inheritdoc/>
    public override int Count => 1;

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data) => Parsed.Ok<double[]>([(data.Exact.Sum() + data.Censored.Sum()) / data.Exact.Length]);

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Exponential(parameters[0]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value) => -PureMath.Log(parameters[0]) - value / parameters[0];

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) => [new("mean", parameters[0], false)];
}
