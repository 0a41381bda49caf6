using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Sensitivity;

/// <summary>Samples whose every coordinate has one value in each of equal parts of its range (M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21, 1979).</summary>
internal static class LatinHypercube
{
    /// <summary>The rows, each with a place for every input.</summary>
    public static double[][] Of(int rows, int inputs, ulong seed, string name)
    {
        double[][] points = [.. Enumerable.Range(0, rows).Select(_ => new double[inputs])];
        for (int input = 0; input < inputs; input++)
        {
            RandomStream luck = new Streams(seed, input).Get("sensitivity", name);
            int[] parts = Shuffled.Of(rows, luck);
            for (int row = 0; row < rows; row++) points[row][input] = (parts[row] + luck.NextUniform()) / rows;
        }
        return points;
    }
}
