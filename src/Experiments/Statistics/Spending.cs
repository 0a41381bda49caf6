namespace Simulator.Experiments.Statistics;

/// <summary>
/// Looking repeatedly at growing numbers of trials: the level is spent over looks that are fixed beforehand, as much until a look as the function of K. K. G. Lan and
/// D. L. DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 70, 1983, gives it that comes close to Pocock's boundaries. What a look may
/// spend is its own level: by Bonferroni's inequality all looks together stay below the whole level, however they hang together.
/// </summary>
public static class Spending
{
    /// <summary>The numbers of trials at which is looked: the first, then twice as many each time, and the most at last.</summary>
    /// <param name="first">Trials at the first look, at least 1.</param>
    /// <param name="most">Trials at the last one.</param>
    public static IReadOnlyList<int> Looks(int first, int most)
    {
        List<int> looks = [];
        for (long trials = first; trials < most; trials *= 2) looks.Add((int)trials);
        looks.Add(Math.Max(first, most));
        return looks;
    }

    /// <summary>The level of each look.</summary>
    /// <param name="looks">Numbers of trials, ascending.</param>
    /// <param name="level">The level of all looks together, in (0, 1).</param>
    public static IReadOnlyList<double> Levels(IReadOnlyList<int> looks, double level)
    {
        double Spent(int trials) => level * Math.Round(Math.Log(1 + (Math.E - 1) * trials / looks[^1]), 12);
        return [.. looks.Select((trials, i) => Spent(trials) - (i == 0 ? 0 : Spent(looks[i - 1])))];
    }
}
