using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Log;
using Simulator.Models.Workloads;

namespace Simulator.Models.Backups.Cutting;

/// <summary>
/// Where on the clock the schedules of one database lie. A cadence begins where it says, or at a moment drawn in [0, every); one that is made from another
/// backup is counted from that one's cuts. Where the worst instant is asked for, schedules are shifted as <see cref="WorstPhases"/> finds.
/// </summary>
internal sealed class Phases(Protection protection)
{
    private readonly Dictionary<string, TimeSpan> _shifts = [];
    private readonly Dictionary<string, long> _firstFull = [];

    /// <summary>Shifts everything that keeps its distance to a root.</summary>
    /// <param name="group">The group, as <see cref="GroupOf"/> names it.</param>
    /// <param name="by">By how much later.</param>
    public void Shift(string group, TimeSpan by) => _shifts[group] = by;

    /// <summary>
    /// The group of schedules that keep their distances to each other: those made from one another, and all that begin at a stated moment. Empty for
    /// cuts at listed moments, which are not shifted.
    /// </summary>
    public static string GroupOf(LayerRun layer)
    {
        if (layer.Layer.Schedule.At.Count > 0) return "";
        if (layer.Upstream is { } upstream) return GroupOf(upstream);
        return layer.Layer.Schedule.Start is null ? layer.Name : " stated";
    }

    /// <summary>The time between two cuts of a layer; never where that is not always the same.</summary>
    public TimeSpan PeriodOf(LayerRun layer)
    {
        if (layer.Layer is not LogShipping { Segment: { } segment }) return layer.Layer.Every;
        if (protection.Databases.Value.Writes is not Constant { Rate: > 0 } constant) return TimeSpan.MaxValue;
        double ticks = Math.Ceiling(segment.Bytes / constant.Rate * TimeSpan.TicksPerSecond);
        return ticks < layer.Layer.Every.Ticks ? new TimeSpan(Math.Max(1, (long)ticks)) : layer.Layer.Every;
    }

    /// <summary>When a layer's points are cut.</summary>
    public Cuts CutsOf(LayerRun layer)
    {
        Schedule schedule = layer.Layer.Schedule;
        if (schedule.At.Count > 0) return new ListedCuts(schedule.At.Select(moment => Instant.After(moment.Since(protection.World.Scenario.Starts) ?? TimeSpan.Zero)));
        TimeSpan period = PeriodOf(layer);
        if (period != TimeSpan.MaxValue) return new PeriodicCuts(period, OffsetOf(layer, period));
        double segment = ((LogShipping)layer.Layer).Segment!.Value.Bytes;
        WrittenLog log = protection.Log;
        return schedule.Every == TimeSpan.MaxValue
            ? new SegmentCuts(log, segment, segment * Stream(layer).NextUniform())
            : new WhicheverFirst(log, schedule.Every, segment, OffsetOf(layer, schedule.Every));
    }

    /// <summary>Whether an incremental backup's point is a full one.</summary>
    public bool IsFull(LayerRun layer, long index, TimeSpan full)
    {
        long cycle = full.Ticks / layer.Layer.Every.Ticks;
        if (!_firstFull.TryGetValue(layer.Name, out long first))
        {
            if (layer.Layer.Schedule.Start is null)
            {
                RandomStream stream = Stream(layer);
                stream.NextUniform();
                first = (long)(stream.NextUniform() * cycle);
            }
            _firstFull.Add(layer.Name, first);
        }
        return (index - first) % cycle == 0;
    }

    private TimeSpan OffsetOf(LayerRun layer, TimeSpan period)
    {
        Schedule schedule = layer.Layer.Schedule;
        TimeSpan shift = layer.Upstream is null ? _shifts.GetValueOrDefault(GroupOf(layer)) : TimeSpan.Zero;
        if (layer.Upstream is { } upstream) return (upstream.Layer.Schedule.At.Count > 0 ? TimeSpan.Zero : OriginOf(upstream)) + (schedule.Start ?? WhichCut(layer, upstream, period));
        return (schedule.Start ?? TimeSpan.FromTicks((long)(Stream(layer).NextUniform() * period.Ticks))) + shift;
    }

    /// <summary>From which of its source's cuts a slower layer counts its own: a drawn one; the first where the worst instant is asked for, which is looked for over all of them.</summary>
    private TimeSpan WhichCut(LayerRun layer, LayerRun upstream, TimeSpan period)
    {
        TimeSpan step = PeriodOf(upstream);
        if (protection.World.Scenario.WorstInstants || step == TimeSpan.MaxValue || period <= step) return TimeSpan.Zero;
        return step * (long)(Stream(layer).NextUniform() * ((period.Ticks + step.Ticks - 1) / step.Ticks));
    }

    private TimeSpan OriginOf(LayerRun layer)
    {
        TimeSpan period = PeriodOf(layer);
        return period == TimeSpan.MaxValue ? TimeSpan.Zero : OffsetOf(layer, period);
    }

    private RandomStream Stream(LayerRun layer) => protection.World.Streams.Get($"{protection.Databases.Name}.{layer.Name}", "offset").For((ulong)protection.Number);
}
