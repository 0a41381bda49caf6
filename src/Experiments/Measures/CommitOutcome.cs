using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of the commits and reads of one database that were followed one by one.</summary>
public sealed class CommitOutcome
{
    private const string WithoutStandby = "degraded";
    private readonly List<IReadOnlyList<TimeSpan>> _latencies = [];
    private readonly List<IReadOnlyList<TimeSpan>> _degraded = [];
    private readonly List<ReadsFollowed> _reads = [];

    /// <summary>Latencies of commits as the database is arranged, from the client's commit to its acknowledgement.</summary>
    public IReadOnlyList<IReadOnlyList<TimeSpan>> Latencies => _latencies;

    /// <summary>Latencies of commits that waited for no standby though they should have.</summary>
    public IReadOnlyList<IReadOnlyList<TimeSpan>> Degraded => _degraded;

    /// <summary>Acknowledged commits that were lost with a copy; null where nobody counted them.</summary>
    public int? Lost { get; private set; }

    /// <summary>Reads, by how long after a write they began.</summary>
    public IReadOnlyList<ReadsFollowed> Reads => _reads;

    internal void Take(DatabaseFact fact)
    {
        switch (fact)
        {
            case CommitsFollowed f: (f.When == WithoutStandby ? _degraded : _latencies).Add(f.Latencies); break;
            case CommitsLost f: Lost = (Lost ?? 0) + f.Lost; break;
            case ReadsFollowed f: _reads.Add(f); break;
        }
    }
}
