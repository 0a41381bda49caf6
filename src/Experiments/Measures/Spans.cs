using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>Stretches of time in which something was the case; the last may still be open.</summary>
public sealed class Spans
{
    private readonly List<TimeSpan> _ended = [];

    /// <summary>Lengths of those that ended, in order.</summary>
    public IReadOnlyList<TimeSpan> Ended => _ended;

    /// <summary>When the one began that had not ended; null if there is none.</summary>
    public Instant? OpenSince { get; private set; }

    /// <summary>Whether there was any.</summary>
    public bool Any => _ended.Count > 0 || OpenSince is not null;

    /// <summary>Each length in seconds; the open one is known only to be longer than until the end of the run.</summary>
    public IEnumerable<Observed> Each(Instant end)
    {
        foreach (TimeSpan length in _ended) yield return Observed.Exactly(length.TotalSeconds);
        if (OpenSince is { } since) yield return Observed.MoreThan((end - since).TotalSeconds);
    }

    /// <summary>All lengths together, in seconds.</summary>
    public Observed Sum(Instant end)
    {
        TimeSpan known = TimeSpan.FromTicks(_ended.Sum(length => length.Ticks));
        return OpenSince is { } since ? Observed.MoreThan((known + (end - since)).TotalSeconds) : Observed.Exactly(known.TotalSeconds);
    }

    internal void Begin(Instant at) => OpenSince ??= at;

    /// <summary>What was open came to nothing.</summary>
    internal void Drop() => OpenSince = null;

    internal void End(Instant began, Instant at)
    {
        _ended.Add(at - began);
        OpenSince = null;
    }
}
