using Simulator.Kernel;
using Simulator.Models.Facts;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Series;

/// <summary>The part of a run that a chart shows, and the faults in it.</summary>
/// <param name="Time">Time since the start of the run.</param>
/// <param name="Moments">When faults began and ended.</param>
public sealed record Window(Axis Time, IReadOnlyList<Moment> Moments)
{
    /// <summary>The time in which lags change, with what led to it.</summary>
    public static Window Around(IEnumerable<LagLine> lines, IReadOnlyList<Fact> facts)
    {
        List<double> times = [.. lines.SelectMany(l => l.Points).Select(p => p.At)];
        return Between(times.Min(), times.Max(), facts);
    }

    /// <summary>From one moment to another, with a margin, and with faults shortly before.</summary>
    /// <param name="low">Begin, in seconds since the start of the run.</param>
    /// <param name="high">End.</param>
    /// <param name="facts">The journal with the faults.</param>
    public static Window Between(double low, double high, IReadOnlyList<Fact> facts)
    {
        double span = Math.Max(high - low, 1);
        List<Moment> faults = [.. Faults(facts)];
        foreach (Moment fault in faults)
            if (fault.At < low && fault.At > low - span / 2) low = fault.At;
        low = Math.Max(0, low - span * 0.06);
        high += span * 0.06;
        return new(Axis.Window(low, high, "s"), [.. faults.Where(f => f.At >= low && f.At <= high)]);
    }

    /// <summary>When faults began and ended, in seconds since the start of the run.</summary>
    public static IEnumerable<Moment> Faults(IReadOnlyList<Fact> facts)
    {
        foreach (Fact fact in facts)
        {
            if (fact is FaultBegan began) yield return new(began.Fault, Story.Seconds(began.At, Instant.Start));
            if (fact is FaultEnded ended) yield return new($"{ended.Fault} ends", Story.Seconds(ended.At, Instant.Start));
        }
    }
}
