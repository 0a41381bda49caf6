using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of a standby or a change stream.</summary>
/// <param name="Name">Its name.</param>
public sealed record FollowerOutcome(string Name)
{
    private readonly StraightLine _line = new();
    private readonly List<double> _errors = [];

    /// <summary>Whether its lag is known at any moment.</summary>
    public bool HasLag { get; private set; }

    /// <summary>The largest age of what it lacked, in seconds.</summary>
    public double PeakAge { get; private set; }

    /// <summary>The most that it lacked, in bytes.</summary>
    public double PeakBytes { get; private set; }

    /// <summary>The last moment at which its lag is known.</summary>
    public Instant LastKnown { get; private set; }

    /// <summary>Stretches of time in which it did not keep up.</summary>
    public Spans Behind { get; } = new();

    /// <summary>Stretches of time in which it had to get a new full copy.</summary>
    public Spans Rebuilds { get; } = new();

    /// <summary>By how much a straight line through the first hour of each catch-up was wrong, as a share of the time that it took.</summary>
    public IReadOnlyList<double> ForecastErrors => _errors;

    /// <summary>Whether it may have been further behind than is known: it had not caught up, and the lag at the end of the run was not told.</summary>
    public bool MayBeWorse(Instant end) => Behind.OpenSince is not null && LastKnown < end;

    private void Lag(Instant at, TimeSpan age, double bytes)
    {
        HasLag = true;
        LastKnown = at;
        PeakAge = Math.Max(PeakAge, age.TotalSeconds);
        PeakBytes = Math.Max(PeakBytes, bytes);
    }

    /// <summary>What it lacks is told, at each change of pace.</summary>
    internal void Lag(LagChanged fact)
    {
        _line.Lag(fact.At, fact.Bytes);
        Lag(fact.At, fact.Age, fact.Bytes);
    }

    internal void CatchUp(CaughtUp fact)
    {
        if (_line.ErrorAt(fact.At) is { } error) _errors.Add(error);
        Behind.End(fact.Since, fact.At);
        Lag(fact.At, fact.PeakAge, fact.PeakBytes);
    }
}
