using Simulator.Kernel.Randomness;

namespace Simulator.Models;

/// <summary>Draws that are not durations.</summary>
public static class Draw
{
    /// <summary>Different numbers in [0, <paramref name="below"/>), in the order of drawing (Floyd's method: one uniform a number, no retries).</summary>
    /// <param name="count">How many; more than there are gives all of them.</param>
    /// <param name="below">The range.</param>
    /// <param name="stream">Where the luck comes from.</param>
    public static int[] Distinct(int count, int below, RandomStream stream)
    {
        count = Math.Min(count, below);
        int[] drawn = new int[count];
        HashSet<int> seen = new(count);
        for (int i = 0; i < count; i++)
        {
            int top = below - count + i;
            int candidate = (int)(stream.NextUniform() * (top + 1));
            drawn[i] = seen.Add(candidate) ? candidate : top;
            seen.Add(drawn[i]);
        }
        return drawn;
    }
}
