using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of one database.</summary>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">Its number.</param>
public sealed record DatabaseOutcome(string Databases, int Database)
{
    private readonly List<FailedOver> _failovers = [];

    /// <summary>Whether it was down at any time.</summary>
    public bool WasDown { get; private set; }

    /// <summary>Total length of the times it was down and that ended.</summary>
    public TimeSpan Down { get; private set; }

    /// <summary>Since when it is down at the end of the run; null if it is up.</summary>
    public Instant? DownSince { get; private set; }

    /// <summary>Its failovers, in order.</summary>
    public IReadOnlyList<FailedOver> Failovers => _failovers;

    internal void GoDown(Instant at)
    {
        WasDown = true;
        DownSince ??= at;
    }

    internal void ComeUp(Instant at)
    {
        if (DownSince is { } since) Down += at - since;
        DownSince = null;
    }

    internal void FailOver(FailedOver failover)
    {
        _failovers.Add(failover);
        ComeUp(failover.At);
    }
}
