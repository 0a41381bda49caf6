namespace Simulator.Experiments.Measures;

/// <summary>A share that grows in steps, from 0 at the first deletion.</summary>
/// <param name="Seconds">When it grows, in seconds since the first deletion, ascending.</param>
/// <param name="Shares">The share from each of these moments on, in [0, 1], ascending.</param>
/// <param name="End">Seconds from the first deletion to the end of the run.</param>
public sealed record Steps(double[] Seconds, double[] Shares, double End)
{
    private const double Hair = 1e-12; // a share is a quotient; 45 % of 20 is 9 though 0.45 * 20 is not

    /// <summary>Nothing was deleted, so everything is there from the beginning.</summary>
    public static readonly Steps Whole = new([0], [1], 0);

    /// <summary>Adds weights up over time.</summary>
    /// <param name="arrivals">When each weight arrives, in seconds since the first deletion; in any order.</param>
    /// <param name="total">The weight of all, arrived or not.</param>
    /// <param name="end">Seconds from the first deletion to the end of the run.</param>
    public static Steps Of(IEnumerable<(double Seconds, long Weight)> arrivals, long total, double end)
    {
        if (total == 0) return Whole with { End = end };
        List<double> seconds = [], shares = [];
        long sum = 0;
        foreach (IGrouping<double, long> moment in arrivals.GroupBy(a => a.Seconds, a => a.Weight).OrderBy(g => g.Key))
        {
            sum += moment.Sum();
            seconds.Add(moment.Key);
            shares.Add((double)sum / total);
        }

        return new Steps([.. seconds], [.. shares], end);
    }

    /// <summary>The share at a moment.</summary>
    /// <param name="seconds">Seconds since the first deletion.</param>
    public double At(double seconds)
    {
        int index = Array.BinarySearch(Seconds, seconds);
        if (index < 0) index = ~index - 1;
        return index < 0 ? 0 : Shares[index];
    }

    /// <summary>The share at the end of the run.</summary>
    public double Last => Shares.Length == 0 ? 0 : Shares[^1];

    /// <summary>When the share was first reached, in seconds since the first deletion; where it was not, later than the end of the run.</summary>
    /// <param name="share">In [0, 1].</param>
    public Observed FirstReached(double share)
    {
        if (share <= 0) return Observed.Exactly(0);
        int index = Array.FindIndex(Shares, s => s >= share - Hair);
        return index < 0 ? Observed.MoreThan(End) : Observed.Exactly(Seconds[index]);
    }
}
