using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// One write to a primary and one read after its acknowledgement, with every message drawn. A standby shows the write when it
/// has received it, its apply delay (counted from the write itself) is over, and it has applied it; the primary always does. The same luck decides a standby's work for its answer and
/// for its readers, so that what a commit waited for there is there. A standby that is
/// behind shows it so much later.
/// </summary>
internal sealed class ReadDraw
{
    private readonly Commits _commits;
    private readonly ReadFrom _from;
    private readonly IReadOnlyList<StandbyWay> _standbys;
    private readonly IReadOnlyList<StandbyWay> _asked;
    private readonly int _needed;
    private readonly bool _hasPrimary;
    private readonly (Delay Ask, Delay Answer)[] _ways;

    /// <summary>Prepares the reads of the first of a collection of databases, as it is arranged.</summary>
    internal ReadDraw(World world, Database database, Commits commits, Reads reads)
        : this(world, database, commits, reads, StandbyWay.Primary(world, database, 0), StandbyWay.Of(world, database, 0))
    {
    }

    /// <summary>Prepares the reads of the copies that can be read at a time.</summary>
    internal ReadDraw(World world, Database database, Commits commits, Reads reads, Zone primary, IReadOnlyList<StandbyWay> standbys, bool hasPrimary = true, bool waits = true)
    {
        (_commits, _from, _standbys, _hasPrimary) = (commits, reads.From, standbys, hasPrimary);
        (_asked, _needed) = waits ? StandbyWay.Asked(_standbys, database.Acknowledge) : ([], 0);
        Zone reader = reads.At is { } place ? place.At(0, world.Region(place.Region)) : primary;
        IEnumerable<Zone> copies = _standbys.Select(standby => standby.Zone);
        _ways = [.. (hasPrimary ? copies.Prepend(primary) : copies).Select(copy => (world.Network.Between(reader, copy).Delay, world.Network.Between(copy, reader).Delay))];
    }

    /// <summary>Whether so many copies can be read as a read asks for.</summary>
    internal bool IsAnswered => _from.IsPrimary ? _hasPrimary : _ways.Length >= _from.Answers;

    /// <summary>Draws a write and a read: up to how many seconds after the acknowledgement a read misses the write, and what the read takes.</summary>
    /// <param name="stream">Where the luck comes from.</param>
    /// <param name="behind">By how many seconds a standby is later than it is in step, by its place among the standbys; null where all are in step.</param>
    internal (double StaleUntil, TimeSpan Latency) Next(RandomStream stream, Func<int, double>? behind = null)
    {
        (double acknowledged, double[] shown) = Write(stream);
        int one = _from.IsPrimary || _from.IsQuorum ? 0 : (int)(stream.NextUniform() * _ways.Length);
        (double Latency, double StaleUntil)[] answers = new (double, double)[_ways.Length];
        int first = _hasPrimary ? 0 : 1;
        for (int copy = 0; copy < answers.Length; copy++)
        {
            double ask = _ways[copy].Ask.Seconds.Sample(stream.NextUniform());
            double late = copy + first == 0 ? 0 : behind?.Invoke(copy + first - 1) ?? 0;
            answers[copy] = (ask + _ways[copy].Answer.Seconds.Sample(stream.NextUniform()), shown[copy + first] + late - ask - acknowledged);
        }
        if (!_from.IsQuorum) return (answers[one].StaleUntil, Delay.Rounded(answers[one].Latency));
        Array.Sort(answers);
        return (answers.Take(_from.Answers).Min(answer => answer.StaleUntil), Delay.Rounded(answers[_from.Answers - 1].Latency));
    }

    /// <summary>When, in seconds from the primary's own part on, a commit is acknowledged, and when each copy shows it; the primary first.</summary>
    private (double Acknowledged, double[] Shown) Write(RandomStream stream)
    {
        double[] shown = new double[_standbys.Count + 1];
        List<double> answers = [];
        shown[0] = double.NegativeInfinity;
        for (int i = 0; i < _standbys.Count; i++)
        {
            StandbyWay standby = _standbys[i];
            double there = standby.DrawThere(stream), luck = stream.NextUniform(), back = standby.Back.Seconds.Sample(stream.NextUniform());
            shown[i + 1] = Math.Max(there, standby.Standby.ApplyDelay.TotalSeconds) + _commits.StandbyApply.Seconds.Quantile(luck);
            if (_asked.Any(asked => ReferenceEquals(asked, standby)))
                answers.Add(there + _commits.WorkUntil(standby.Standby.Replication.Awaits).Seconds.Quantile(luck) + back);
        }
        answers.Sort();
        return (_needed == 0 ? 0 : answers[_needed - 1], shown);
    }
}
