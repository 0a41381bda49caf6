using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>Anything between two ends, which are likeliest where the outermost values are.</summary>
internal sealed class UniformFamily : Family
{
    /// <inheritdoc/>
    public override string Word => "uniform";

    /// <inheritdoc/>
    public override int Count => 2;

    /// <inheritdoc/>
    public override (int Low, int High) Ends => (1, 1);

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data) => data.IsWhole ? Parsed.Ok<double[]>([data.Exact[0], data.Exact[^1]]) : NoEnd();

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Uniform(parameters[0], parameters[1]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value) => -PureMath.Log(parameters[1] - parameters[0]);

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) => [new("min", parameters[0], false), new("max", parameters[1], false)];
}
