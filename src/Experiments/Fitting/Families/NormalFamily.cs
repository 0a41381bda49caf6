using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting.Families;

/// <summary>The bell curve: mean and standard deviation (over n, which is what is likeliest, not n - 1).</summary>
internal sealed class NormalFamily : Family
{
    private const int MostRounds = 10_000;
    private const double HalfLogOfTwoPi = 0.91893853320467274178;

    /// <inheritdoc/>
    public override string Word => "normal";

    /// <inheritdoc/>
    public override int Count => 2;

    /// <inheritdoc/>
    public override Parsed<double[]> Fit(FitData data) => Parsed.Ok(Estimate(data));

    /// <inheritdoc/>
    public override Distribution Law(double[] parameters) => new Normal(parameters[0], parameters[1]);

    /// <summary>Of the whole curve: values below 0, which a draw in a scenario counts as 0, are what they are while it is tested.</summary>
    public override Func<double, double> Quantile(double[] parameters) => u => parameters[0] + parameters[1] * Gauss.Quantile(u);

    /// <inheritdoc/>
    public override Func<double, double> Cumulative(double[] parameters) => value => Gauss.Cumulative((value - parameters[0]) / parameters[1]);

    /// <inheritdoc/>
    public override double LogDensity(double[] parameters, double value)
    {
        double z = (value - parameters[0]) / parameters[1];
        return -HalfLogOfTwoPi - PureMath.Log(parameters[1]) - z * z / 2;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Shown(double[] parameters) => [new("mean", parameters[0], false), new("sigma", parameters[1], false)];

    /// <summary>
    /// Mean and standard deviation; with censored values by expectation and maximization: each stands for its mean and square given that it is larger
    /// (A. P. Dempster, N. M. Laird and D. B. Rubin, "Maximum likelihood from incomplete data via the EM algorithm", JRSS B 39, 1977).
    /// </summary>
    internal static double[] Estimate(FitData data)
    {
        double sum = data.Exact.Sum(), mean = sum / data.Exact.Length, around = data.Exact.Sum(value => (value - mean) * (value - mean)), sigma = Math.Sqrt(around / data.Exact.Length);
        double known = mean;
        for (int round = 0; round < MostRounds && !data.IsWhole; round++)
        {
            // Sums around the mean of the known values, which keeps their digits.
            double first = 0, second = around;
            foreach (double value in data.Censored)
            {
                double z = (value - mean) / sigma, hazard = Gauss.Density(z) / Math.Max(1 - Gauss.Cumulative(z), 1e-300), at = mean - known;
                first += at + sigma * hazard;
                second += at * at + sigma * sigma + sigma * (value - known + at) * hazard;
            }
            double moved = first / data.Count, spread = Math.Sqrt(Math.Max(0, second / data.Count - moved * moved));
            bool still = Math.Abs(known + moved - mean) + Math.Abs(spread - sigma) < 1e-10 * sigma;
            (mean, sigma) = (known + moved, spread);
            if (still) break;
        }
        return [mean, sigma];
    }
}
