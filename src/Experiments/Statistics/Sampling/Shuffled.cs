using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Statistics.Sampling;

/// <summary>Numbers in random order (R. Durstenfeld, "Algorithm 235: Random permutation", Communications of the ACM 7, 1964).</summary>
internal static class Shuffled
{
    /// <summary>The numbers from 0 on, each once.</summary>
    public static int[] Of(int count, RandomStream luck)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = luck.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        return order;
    }
}
