using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics.Sampling;
using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Sensitivity;

/// <summary>
/// Shares of the response's variance (I. M. Sobol', Mathematics and Computers in Simulation 55, 2001): <c>first</c> is what an input does alone (A. Saltelli et al., Computer
/// Physics Communications 181, 2010, table 2 b), <c>total</c> what it does alone and together with others (M. J. W. Jansen, Computer Physics Communications 117, 1999). The
/// samples are two Latin hypercubes of Philox numbers: the libraries at hand have no low-discrepancy sequence.
/// </summary>
/// <param name="Samples">Rows of each of the two samples, a power of two.</param>
public sealed record Sobol(int Samples) : Method
{
    private const double Negligible = 0.01; // judgement: surely more than nothing, but who works on it changes nothing that anybody would notice

    /// <summary>Names of the numbers.</summary>
    public const string Total = "total", First = "first";

    /// <inheritdoc/>
    public override string Word => "sobol";

    /// <inheritdoc/>
    public override bool TakesEnds => false;

    /// <summary>Rows of A, rows of B, then for each input the rows of A with that input from B.</summary>
    public override IReadOnlyList<double[]> Points(int inputs, ulong seed)
    {
        double[][] a = Sample(inputs, seed, "A"), b = Sample(inputs, seed, "B");
        List<double[]> points = [.. a, .. b];
        for (int input = 0; input < inputs; input++)
            for (int row = 0; row < Samples; row++)
            {
                points.Add([.. a[row]]);
                points[^1][input] = b[row][input];
            }
        return points;
    }

    private double[][] Sample(int inputs, ulong seed, string name) => LatinHypercube.Of(Samples, inputs, input => new Streams(seed, input).Get("sensitivity", name));

    /// <summary>
    /// Every product in the two formulas is of one half of the trials with the other, whose luck is independent: what noise adds has the mean 0 in numerators and variance, so it
    /// does not masquerade as an interaction. Without noise both halves are the same, and the formulas the published ones.
    /// </summary>
    public override IReadOnlyList<Effect> Effects(Surface surface, int inputs, ulong seed)
    {
        double[][] halves = [.. surface.Lots.Take(2).Select(half => Centred(half, 2 * Samples))];
        double[] variances = PerRow(row => (halves[0][row] * halves[1][row] + halves[0][Samples + row] * halves[1][Samples + row]) / 2);
        List<double[]> parts = [];
        for (int input = 0; input < inputs; input++)
        {
            int mixed = (2 + input) * Samples;
            double Moved(int half, int row) => halves[half][mixed + row] - halves[half][row];
            parts.Add(PerRow(row => Moved(0, row) * Moved(1, row) / 2));
            parts.Add(PerRow(row => (halves[0][Samples + row] * Moved(1, row) + halves[1][Samples + row] * Moved(0, row)) / 2));
        }
        Interval[] intervals = Bootstrap.Of(Samples, seed, [.. parts.Select(part => (Func<int[], double>)(rows => Share(part, variances, rows)))]);
        int[] all = [.. Enumerable.Range(0, Samples)];
        Importance Told(string name, int part) => new(name, Share(parts[part], variances, all), intervals[part], IsShare: true);
        return [.. Enumerable.Range(0, inputs).Select(input => new Effect([Told(Total, 2 * input), Told(First, 2 * input + 1)], intervals[2 * input].Low > 0 && Share(parts[2 * input], variances, all) >= Negligible))];
    }

    private double[] PerRow(Func<int, double> value) => [.. Enumerable.Range(0, Samples).Select(value)];

    private static double Share(double[] parts, double[] variances, int[] rows)
    {
        (double part, double variance) = (0, 0);
        foreach (int row in rows)
        {
            part += parts[row];
            variance += variances[row];
        }
        return variance > 0 ? part / variance : 0;
    }

    /// <summary>Less the mean over both samples: the formulas hold for any mean, and are least shaken by luck for 0.</summary>
    private static double[] Centred(double[] values, int of)
    {
        double mean = values.Take(of).Average();
        return Array.ConvertAll(values, value => value - mean);
    }
}
