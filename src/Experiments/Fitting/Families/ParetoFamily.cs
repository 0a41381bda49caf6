using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>
/// Few that are huge: the smallest value is where it begins, and the shape is n over the sum of ln(value / smallest)
/// (B. M. Hill, "A simple general approach to inference about the tail of a distribution", Annals of Statistics 3, 1975, over the whole sample).
/// </summary>
internal sealed class ParetoFamily : Family
{
    /// <inheritdoc/>
    public override string Word => "pareto";

    /// <inheritdoc/>
    public override int Count => 2;

    /// <inheritdoc/>
    public override (int Low, int High) Ends => (1, 0);

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data)
    {
        if (!data.IsWhole) return NoEnd();
        if (data.Least <= 0) return NoZeros(data);
        double least = data.Exact[0];
        return Parsed.Ok<double[]>([least, data.Exact.Length / data.Exact.Sum(value => PureMath.Log(value / least))]);
    }

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Pareto(parameters[0], parameters[1]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value) =>
        PureMath.Log(parameters[1] / value) - parameters[1] * PureMath.Log(value / parameters[0]);

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) => [new("min", parameters[0], false), new("shape", parameters[1], true)];
}
