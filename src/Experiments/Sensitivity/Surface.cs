namespace Simulator.Experiments.Sensitivity;

/// <summary>A response over all points of a design.</summary>
/// <param name="Whole">Its value at each point, from all trials.</param>
/// <param name="Lots">Its values at each point from parts of the trials: lot, then point. The trials of a lot are the same at every point.</param>
public sealed record Surface(double[] Whole, double[][] Lots)
{
    /// <summary>A function that chance does not touch.</summary>
    /// <param name="values">Its value at each point.</param>
    /// <param name="lots">How many lots are wanted.</param>
    public static Surface Of(double[] values, int lots) => new(values, [.. Enumerable.Repeat(values, lots)]);
}

/// <summary>The two halves of the trials: each says the same but for its luck.</summary>
internal static class Halves
{
    /// <summary>Every second trial, and the others.</summary>
    public static IReadOnlyList<int[]> Of(int trials) => [[.. Enumerable.Range(0, trials).Where(trial => trial % 2 == 0)], [.. Enumerable.Range(0, trials).Where(trial => trial % 2 == 1)]];

    /// <summary>
    /// The share of what differs between points that is luck: one less what both halves agree on, their covariance, over the variance of their mean. All points meet the same
    /// trials, so luck that moves all of them alike is no part of it.
    /// </summary>
    public static double NoiseShare(Surface surface)
    {
        (double[] first, double[] second) = (surface.Lots[0], surface.Lots[1]);
        double mean1 = first.Average(), mean2 = second.Average(), both = 0, all = 0;
        for (int point = 0; point < first.Length; point++)
        {
            (double a, double b) = (first[point] - mean1, second[point] - mean2);
            both += a * b;
            all += (a + b) * (a + b) / 4;
        }
        return all > 0 ? Math.Clamp(1 - both / all, 0, 1) : 0;
    }
}
