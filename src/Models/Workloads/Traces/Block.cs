namespace Simulator.Models.Workloads.Traces;

/// <summary>A stretch of a trace in memory: rows from one checkpoint to the next.</summary>
/// <param name="Ticks">When each row begins, since the trace's first.</param>
/// <param name="Rates">The rate from there on.</param>
/// <param name="Volumes">What had arrived by then since the trace's first row, in base units.</param>
/// <param name="End">When the last of them ends.</param>
internal sealed record Block(long[] Ticks, double[] Rates, double[] Volumes, long End)
{
    /// <summary>The row in which a moment lies.</summary>
    public int RowAt(long ticks)
    {
        int found = Array.BinarySearch(Ticks, ticks);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The rate at a moment.</summary>
    public double RateAt(long ticks) => Rates[RowAt(ticks)];

    /// <summary>What had arrived by a moment.</summary>
    public double VolumeAt(long ticks)
    {
        int row = RowAt(ticks);
        return After(Volumes[row], Rates[row], ticks - Ticks[row]);
    }

    /// <summary>Every volume is added up in this one way, so that it is the same whichever block it was read in.</summary>
    public static double After(double volume, double rate, long ticks) => volume + rate * (ticks / (double)TimeSpan.TicksPerSecond);
}
