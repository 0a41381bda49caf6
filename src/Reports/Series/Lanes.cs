using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Reports.Series;

/// <summary>A phase and the lane of its row in which it is drawn.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Lane">The lane, from 0 at the top.</param>
public sealed record Placed(Phase Phase, int Lane);

/// <summary>The phases of one row, laid into lanes in which they do not overlap: each its own if there are few, and none for steps that take no time.</summary>
/// <param name="Count">How many lanes there are.</param>
/// <param name="Phases">The phases.</param>
public sealed record Lanes(int Count, IReadOnlyList<Placed> Phases)
{
    /// <summary>Lays the steps of a batch into lanes; too many to tell apart are joined with their neighbours.</summary>
    /// <param name="done">The steps that were done.</param>
    /// <param name="origin">The moment from which times count.</param>
    /// <param name="grain">Shortest time, in seconds, that the chart can show.</param>
    /// <param name="most">Most lanes that can be read.</param>
    /// <param name="own">What a step is while its own time passes.</param>
    public static Lanes Of(IReadOnlyList<StepDone> done, Instant origin, double grain, int most, Func<StepDone, Activity> own)
    {
        var groups = done.GroupBy(d => d.Step).Select(g => (Step: g.Key, Done: (IReadOnlyList<StepDone>)[.. g]))
            .Where(g => g.Done.Any(d => d.At > d.Asked)).OrderBy(g => g.Done.Min(d => d.Asked)).ThenBy(g => g.Done.Max(d => d.At)).ThenBy(g => g.Step, StringComparer.Ordinal).ToList();
        List<Phase> phases = [.. groups.Select(g => Phase.Of(g.Step, g.Done, origin, grain, own))];
        if (phases.Count <= most) return new(phases.Count, [.. phases.Select((phase, i) => new Placed(phase, i))]);
        Lanes apart = Pack(phases, grain);
        if (apart.Count <= most) return apart;
        var joined = new List<Placed>();
        for (int lane = 0; lane < most; lane++)
        {
            var run = groups[(lane * groups.Count / most)..((lane + 1) * groups.Count / most)];
            string name = run.Count == 1 ? run[0].Step : $"{run[0].Step} to {run[^1].Step}";
            joined.Add(new(Phase.Of(name, [.. run.SelectMany(g => g.Done)], origin, grain, own), lane));
        }
        return new(most, joined);
    }

    private static Lanes Pack(IReadOnlyList<Phase> phases, double grain)
    {
        var ends = new List<double>();
        var placed = new List<Placed>();
        foreach (Phase phase in phases)
        {
            int lane = ends.FindIndex(end => end <= phase.From + grain / 2);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }
            ends[lane] = phase.To;
            placed.Add(new(phase, lane));
        }
        return new(ends.Count, placed);
    }
}
