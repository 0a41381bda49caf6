namespace Simulator.Models.Workloads.Traces;

/// <summary>
/// How far a straight line can follow a trace: the lines from a point that pass every later one within the tolerance form a cone, which narrows
/// from row to row. The line may end at any row that it still hits itself; when the cone has closed, the last of those is the furthest.
/// </summary>
internal static class Cone
{
    private const int MostRows = 200_000;

    /// <summary>The end of the straight line, at most a day on and at most at the end of the trace.</summary>
    /// <param name="rows">The trace.</param>
    /// <param name="from">Where the line begins.</param>
    /// <param name="tolerance">How far it may be off, in base units.</param>
    public static long End(TraceFile rows, long from, double tolerance)
    {
        double start = rows.BlockAt(from).VolumeAt(from), low = double.NegativeInfinity, high = double.PositiveInfinity;
        long best = from, last = Math.Min(rows.Length, from + TimeSpan.TicksPerDay);
        Block block = rows.BlockAt(from);
        int row = block.RowAt(from);
        for (int seen = 0; seen < MostRows && best < last; seen++)
        {
            long end = row + 1 < block.Ticks.Length ? block.Ticks[row + 1] : block.End;
            double volume = Block.After(block.Volumes[row], block.Rates[row], end - block.Ticks[row]), time = end - from;
            double slope = (volume - start) / time;
            if (slope >= low && slope <= high) best = end;
            low = Math.Max(low, (volume - tolerance - start) / time);
            high = Math.Min(high, (volume + tolerance - start) / time);
            if (low > high || end >= last) break;
            if (++row < block.Ticks.Length) continue;
            block = rows.BlockAt(end);
            row = 0;
        }
        return best;
    }
}
