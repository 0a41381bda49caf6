namespace Simulator.Experiments.Statistics;

/// <summary>
/// Several p-values looked at together: each is made larger so that the chance of calling any true hypothesis false stays below the level, whatever they have
/// to do with each other (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979).
/// </summary>
public static class Holm
{
    /// <summary>The adjusted p-values: a hypothesis is rejected where its own is at most the level of the family.</summary>
    /// <param name="p">The p-values, in [0, 1], in any order.</param>
    /// <returns>The adjusted ones, in the same order.</returns>
    public static double[] Adjusted(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double largest = 0;
        int left = p.Count;
        foreach (int i in Enumerable.Range(0, p.Count).OrderBy(i => p[i])) adjusted[i] = largest = Math.Max(largest, Math.Min(1, p[i] * left--));
        return adjusted;
    }
}
