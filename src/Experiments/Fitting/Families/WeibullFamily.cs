using MathNet.Numerics.RootFinding;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>
/// Waits whose hazard falls or rises with age. The shape k solves sum(t^k ln t) / sum(t^k) - 1/k = mean of ln t over the known values, whose left side rises with k;
/// sums are over all values, censored ones too (A. C. Cohen, "Maximum likelihood estimation in the Weibull distribution", Technometrics 7, 1965).
/// </summary>
internal sealed class WeibullFamily : Family
{
    private const double LeastShape = 0.05, LargestShape = 1e4; // below, the language has no mean; above, all values are the same

    /// <inheritdoc/>
    public override string Word => "weibull";

    /// <inheritdoc/>
    public override int Count => 2;

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data)
    {
        if (data.Least <= 0) return NoZeros(data);
        FitData logs = data.Map(PureMath.Log);
        double top = Math.Max(logs.Exact[^1], logs.IsWhole ? double.NegativeInfinity : logs.Censored[^1]), mean = logs.Exact.Average() - top;
        double[] all = [.. logs.Exact.Concat(logs.Censored).Select(log => log - top)];
        double Excess(double shape)
        {
            (double powers, double weighted) = Sums(all, shape);
            return weighted / powers - 1 / shape - mean;
        }

        double spread = Math.Sqrt(all.Sum(log => (log - mean) * (log - mean)) / all.Length), guess = spread > 0 ? Math.Clamp(1.2 / spread, LeastShape, LargestShape) : LargestShape;
        double low = guess, high = guess;
        while (Excess(low) > 0 && low > LeastShape) low /= 2;
        while (Excess(high) < 0 && high < LargestShape) high *= 2;
        if (!Brent.TryFindRoot(Excess, low, high, 1e-10, 200, out double found)) return Parsed.No<double[]>("no shape makes these values likely");
        double scale = PureMath.Exp(top + PureMath.Log(Sums(all, found).Powers / data.Exact.Length) / found);
        return Parsed.Ok<double[]>([scale, found]);
    }

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Weibull(parameters[0], parameters[1]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value)
    {
        double log = PureMath.Log(value / parameters[0]);
        return PureMath.Log(parameters[1] / parameters[0]) + (parameters[1] - 1) * log - PureMath.Exp(parameters[1] * log);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) => [new("mean", Law(parameters).Mean, false), new("shape", parameters[1], true)];

    private static (double Powers, double Weighted) Sums(double[] logs, double shape)
    {
        double powers = 0, weighted = 0;
        foreach (double log in logs)
        {
            double power = PureMath.Exp(shape * log);
            powers += power;
            weighted += power * log;
        }
        return (powers, weighted);
    }
}
