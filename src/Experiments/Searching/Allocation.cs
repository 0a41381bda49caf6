namespace Simulator.Experiments.Searching;

/// <summary>
/// Optimal computing budget allocation: how trials are best shared out, so that the best design is most probably told from the others
/// (C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick, "Simulation budget allocation for further enhancing the efficiency of ordinal optimization",
/// Discrete Event Dynamic Systems 10, 2000). A design that is compared with a rival gets trials as its noise over the gap, squared; a rival as its own noise
/// times the root of the sum of (trials over noise)² of all that are compared with it. With one rival for all it is the published rule; with a rival of
/// its own for each design, the one for several objectives (L. H. Lee, E. P. Chew, S. Teng and D. Goldsman, "Optimal computing budget allocation for
/// multi-objective simulation models", Winter Simulation Conference 2004).
/// </summary>
public static class Allocation
{
    /// <summary>Numbers of trials in the right proportion; a design that takes part in no duel gets none.</summary>
    /// <param name="designs">How many designs there are.</param>
    /// <param name="duels">The comparisons that are to be decided.</param>
    public static double[] Of(int designs, IReadOnlyList<Duel> duels)
    {
        double[] trials = new double[designs], asRival = new double[designs];
        foreach (Duel duel in duels)
        {
            double own = duel.Noise / duel.Gap * (duel.Noise / duel.Gap);
            trials[duel.Design] = Math.Max(trials[duel.Design], own);
            if (duel.Noise > 0) asRival[duel.Rival] += own / duel.Noise * (own / duel.Noise) * duel.RivalNoise * duel.RivalNoise;
        }
        for (int design = 0; design < designs; design++) trials[design] = Math.Max(trials[design], Math.Sqrt(asRival[design]));
        return trials;
    }
}

/// <summary>A design that must be told from another one.</summary>
/// <param name="Design">Its number.</param>
/// <param name="Rival">The other one's number.</param>
/// <param name="Gap">How far apart they seem to be, more than 0.</param>
/// <param name="Noise">Standard deviation of one trial of the design.</param>
/// <param name="RivalNoise">Standard deviation of one trial of the rival.</param>
public readonly record struct Duel(int Design, int Rival, double Gap, double Noise, double RivalNoise);
