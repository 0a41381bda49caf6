namespace Simulator.Models.Places;

/// <summary>How much of something each of several may take.</summary>
public static class FairShare
{
    /// <summary>
    /// The level of the max-min fair shares: whoever wants less than it gets what he wants, all others get the level. Found by giving those who want least
    /// what they want, one after the other, and the rest of them equal parts of what is left (Bertsekas and Gallager, Data Networks, 6.5.2).
    /// </summary>
    /// <param name="capacity">What there is, not negative.</param>
    /// <param name="wanted">What each of a number of like ones wants, not negative, and how many of them there are; in any order.</param>
    /// <returns>The level; infinite where there is enough for all.</returns>
    public static double Level(double capacity, IEnumerable<(double Wanted, int Count)> wanted)
    {
        (double Wanted, int Count)[] modest = [.. wanted.Where(each => each.Count > 0).OrderBy(each => each.Wanted)];
        double left = capacity;
        int open = modest.Sum(each => each.Count);
        foreach ((double each, int count) in modest)
        {
            // Held exactly to its share nobody wants more than it.
            if (each * open > left * (1 + Hair)) return left / open;
            left = Math.Max(0, left - each * count);
            open -= count;
        }
        return double.PositiveInfinity;
    }

    /// <summary>Relative: what is rounding, and no want.</summary>
    public const double Hair = 1e-9;
}
