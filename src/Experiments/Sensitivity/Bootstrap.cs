using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Sensitivity;

/// <summary>Intervals by drawing rows of a design again, with replacement (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979).</summary>
internal static class Bootstrap
{
    private const int Samples = 1000; // ends of a 95 % interval are then known to about a tenth of its length

    /// <summary>The 95 % intervals between the percentiles of some statistics, all of the same rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="statistics">Each gives its value over the rows with these numbers.</param>
    public static Interval[] Of(int rows, ulong seed, params IReadOnlyList<Func<int[], double>> statistics)
    {
        double[][] values = [.. statistics.Select(_ => new double[Samples])];
        for (int sample = 0; sample < Samples; sample++)
        {
            int[] picks = Picks(rows, seed, sample);
            for (int i = 0; i < values.Length; i++) values[i][sample] = statistics[i](picks);
        }
        return [.. values.Select(Middle)];
    }

    /// <summary>Numbers of rows, drawn with replacement; the same for every statistic, so that differences are of the same rows.</summary>
    public static int[] Picks(int rows, ulong seed, int sample)
    {
        RandomStream luck = new Streams(seed, sample).Get("sensitivity", "bootstrap");
        var picks = new int[rows];
        for (int i = 0; i < rows; i++) picks[i] = luck.Next(rows);
        return picks;
    }

    /// <summary>From the 2.5th to the 97.5th percentile.</summary>
    public static Interval Middle(double[] values)
    {
        Array.Sort(values);
        return new Interval(OrderStatistics.Value(values, 1 - Estimate.EachSide), OrderStatistics.Value(values, Estimate.EachSide));
    }
}
