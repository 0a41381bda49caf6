using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of the commits and reads of one database that were followed one by one.</summary>
public sealed class CommitOutcome
{
    private readonly List<IReadOnlyList<TimeSpan>> _latencies = [];
    private readonly List<ReadsFollowed> _reads = [];

    /// <summary>Latencies of commits, from the client's commit to its acknowledgement, one list a state of the database.</summary>
    public IReadOnlyList<IReadOnlyList<TimeSpan>> Latencies => _latencies;

    /// <summary>Acknowledged commits that were lost with a copy; null where nobody counted them.</summary>
    public int? Lost { get; private set; }

    /// <summary>Reads, by how long after a write they began.</summary>
    public IReadOnlyList<ReadsFollowed> Reads => _reads;

    internal void Take(DatabaseFact fact)
    {
        switch (fact)
        {
            case CommitsFollowed f: _latencies.Add(f.Latencies); break;
            case CommitsLost f: Lost = (Lost ?? 0) + f.Lost; break;
            case ReadsFollowed f: _reads.Add(f); break;
        }
    }
}
