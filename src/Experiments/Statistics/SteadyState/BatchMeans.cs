namespace Simulator.Experiments.Statistics.SteadyState;

/// <summary>
/// The steady-state mean of one long series whose values depend on each other: means of long batches are nearly independent, and Student's t is taken of
/// them. Twenty batches, for between ten and thirty are enough whatever the length (B. W. Schmeiser, "Batch size effects in the analysis of simulation
/// output", Operations Research 30, 1982). Values that fill no whole batch are left out at the beginning, where the warm-up was.
/// </summary>
public static class BatchMeans
{
    /// <summary>Number of batches.</summary>
    public const int Batches = 20;

    /// <summary>The mean and its bounds; null where there are fewer values than batches.</summary>
    /// <param name="series">The values in the order of time, of equal spans, the warm-up cut off; finite.</param>
    public static Estimate? Mean(IReadOnlyList<double> series) => Of(series) is { } means ? Student.Mean(means, means) : null;

    /// <summary>
    /// Correlation of neighbouring batch means, in [-1, 1]: well above 0 the batches are too short, and the interval is too narrow. 0 where all are equal;
    /// null where there are fewer values than batches.
    /// </summary>
    /// <param name="series">As in <see cref="Mean"/>.</param>
    public static double? Correlation(IReadOnlyList<double> series)
    {
        if (Of(series) is not { } means) return null;
        double mean = Student.Mean(means), products = 0, squares = 0;
        for (int i = 0; i < means.Length; i++)
        {
            squares += (means[i] - mean) * (means[i] - mean);
            if (i > 0) products += (means[i] - mean) * (means[i - 1] - mean);
        }

        return squares > 0 ? products / squares : 0;
    }

    private static double[]? Of(IReadOnlyList<double> series)
    {
        int length = series.Count / Batches, left = series.Count % Batches;
        if (length == 0) return null;
        return [.. Enumerable.Range(0, Batches).Select(batch => Student.Mean([.. series.Skip(left + batch * length).Take(length)]))];
    }
}
