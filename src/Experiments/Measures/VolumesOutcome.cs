using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of the volumes of one block store: straight lines between the facts.</summary>
/// <param name="Store">The store's name in the scenario.</param>
public sealed record VolumesOutcome(string Store)
{
    private readonly List<VolumesChanged> _changes = [];

    /// <summary>When it was first hit.</summary>
    public Instant First => _changes[0].At;

    /// <summary>Moments at which the share that takes no reads and writes begins to change at another pace, with the share there; two of one moment where it jumps.</summary>
    public IEnumerable<(Instant At, double Share)> Away => _changes.Select(change => (change.At, (change.Stuck + change.Held + change.Lost) / change.All));

    /// <summary>The same for the share that is not whole: what is held has all its copies.</summary>
    public IEnumerable<(Instant At, double Share)> Broken => _changes.Select(change => (change.At, (change.Stuck + change.Lost) / change.All));

    /// <summary>The share of the volumes that is lost when the run ends.</summary>
    public double Lost => _changes[^1].Lost / _changes[^1].All;

    /// <summary>The share that takes no reads and writes at a moment, after what happens then.</summary>
    public double AwayAt(Instant moment)
    {
        (Instant At, double Share)[] away = [.. Away];
        int last = Array.FindLastIndex(away, change => change.At <= moment);
        if (last < 0) return 0;
        if (last == away.Length - 1) return away[last].Share;
        double part = (moment - away[last].At) / (away[last + 1].At - away[last].At);
        return away[last].Share + (away[last + 1].Share - away[last].Share) * part;
    }

    internal void Add(VolumesChanged change) => _changes.Add(change);
}
