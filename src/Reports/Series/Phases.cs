using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Reports.Series;

/// <summary>What a piece of work was doing.</summary>
public enum Activity
{
    /// <summary>Ready to begin, but nobody was free.</summary>
    Waiting,

    /// <summary>Hands at work, or a time that passes by itself.</summary>
    Working,

    /// <summary>Bytes on their way over shared capacity.</summary>
    Moving,

    /// <summary>A customer looks whether its tenant is whole.</summary>
    Checking,
}

/// <summary>A stretch of time in which most of a phase's units did the same.</summary>
/// <param name="Activity">What they did.</param>
/// <param name="From">Begin, in seconds since the first deletion.</param>
/// <param name="To">End.</param>
public sealed record Slice(Activity Activity, double From, double To);

/// <summary>One step (or a run of steps) of one batch, over all its units.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="From">When the first unit was ready for it.</param>
/// <param name="To">When the last unit had done it.</param>
/// <param name="Slices">What went on, in order, without overlaps.</param>
public sealed record Phase(string Step, double From, double To, IReadOnlyList<Slice> Slices)
{
    /// <summary>Merges what was done for many units into one phase; where units differ, the majority is shown.</summary>
    /// <param name="step">Name of the phase.</param>
    /// <param name="done">What was done, at least one.</param>
    /// <param name="origin">The moment from which times count.</param>
    /// <param name="grain">Shortest time, in seconds, that the chart can show.</param>
    /// <param name="own">What a step is while its own time passes: hands at work, or a customer who looks.</param>
    public static Phase Of(string step, IReadOnlyList<StepDone> done, Instant origin, double grain, Func<StepDone, Activity> own)
    {
        double from = done.Min(d => Story.Seconds(d.Asked, origin)), to = done.Max(d => Story.Seconds(d.At, origin));
        int count = Math.Max(1, (int)Math.Ceiling((to - from) / grain));
        var spent = new double[count, Enum.GetValues<Activity>().Length];
        foreach (StepDone d in done)
        {
            double asked = Story.Seconds(d.Asked, origin), began = Story.Seconds(d.Began, origin), ended = Story.Seconds(d.At, origin);
            double moved = Math.Clamp(d.Moved.TotalSeconds, 0, ended - began);
            Spend(spent, Activity.Waiting, asked - from, began - from, grain);
            Spend(spent, own(d), began - from, ended - moved - from, grain);
            Spend(spent, Activity.Moving, ended - moved - from, ended - from, grain);
        }
        return new(step, from, to, Join(spent, from, to, grain));
    }

    private static void Spend(double[,] spent, Activity activity, double from, double to, double grain)
    {
        for (int i = (int)(from / grain); i < spent.GetLength(0) && i * grain < to; i++)
            spent[i, (int)activity] += Math.Max(0, Math.Min(to, (i + 1) * grain) - Math.Max(from, i * grain));
    }

    private static List<Slice> Join(double[,] spent, double from, double to, double grain)
    {
        var slices = new List<Slice>();
        for (int i = 0; i < spent.GetLength(0); i++)
        {
            // Of equals the one further on: who waits is shown only where more wait than work.
            Activity most = Enum.GetValues<Activity>().Reverse().MaxBy(a => spent[i, (int)a]);
            if (spent[i, (int)most] <= 0) continue;
            double begin = from + i * grain, end = Math.Min(to, begin + grain);
            bool isMore = slices.Count > 0 && slices[^1].Activity == most && Math.Abs(slices[^1].To - begin) < grain / 2;
            if (isMore) slices[^1] = slices[^1] with { To = end };
            else slices.Add(new(most, begin, end));
        }
        return slices;
    }
}
