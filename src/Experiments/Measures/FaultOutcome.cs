using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>When a fault began, and when somebody knew. A fault that strikes again counts each time.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Began">When it began.</param>
public sealed record FaultOutcome(string Name, Instant Began)
{
    private readonly List<Instant> _told = [];

    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>When the public was told of it, in order.</summary>
    public IReadOnlyList<Instant> Told => _told;

    /// <summary>Whether the public was told that all are back.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The longest time in which the public was told nothing, in seconds: from its beginning until the notice that all are back.</summary>
    /// <param name="end">When the run ended; a silence that had not ended by then is known only to be longer.</param>
    public Observed Silence(Instant end)
    {
        Instant[] moments = [Began, .. Told];
        double longest = moments.Zip(moments.Skip(1), (from, to) => (to - from).TotalSeconds).DefaultIfEmpty(0).Max(), open = (end - moments[^1]).TotalSeconds;
        return IsClosed ? Observed.Exactly(longest) : new Observed(Math.Max(longest, open), double.PositiveInfinity);
    }

    /// <summary>When it was noticed; null if it was not by the end of the run.</summary>
    public Instant? Noticed { get; internal set; }

    internal void Tell(Instant at, bool isLast)
    {
        _told.Add(at);
        IsClosed |= isLast;
    }
}
