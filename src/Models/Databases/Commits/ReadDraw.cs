using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// One write to a primary and one read after its acknowledgement, with every message drawn, while the standbys are in step. A standby shows the write when it
/// has received it, its apply delay (counted from the write itself) is over, and it has applied it; the primary always does. The same luck decides a standby's work for its answer and
/// for its readers, so that what a commit waited for there is there.
/// </summary>
internal sealed class ReadDraw
{
    private readonly Commits _commits;
    private readonly Reads _reads;
    private readonly IReadOnlyList<StandbyWay> _standbys;
    private readonly IReadOnlyList<StandbyWay> _asked;
    private readonly int _needed;
    private readonly (Delay Ask, Delay Answer)[] _ways;

    /// <summary>Prepares the reads of the first of a collection of databases.</summary>
    internal ReadDraw(World world, Database database, Commits commits, Reads reads)
    {
        _commits = commits;
        _reads = reads;
        _standbys = StandbyWay.Of(world, database, 0);
        (_asked, _needed) = StandbyWay.Asked(_standbys, database.Acknowledge);
        Zone primary = StandbyWay.Primary(world, database, 0);
        Zone reader = reads.At is { } place ? place.At(0, world.Region(place.Region)) : primary;
        _ways = [.. _standbys.Select(standby => standby.Zone).Prepend(primary).Select(copy => (world.Network.Between(reader, copy).Delay, world.Network.Between(copy, reader).Delay))];
    }

    /// <summary>Draws a write and a read: up to how many seconds after the acknowledgement a read misses the write, and what the read takes.</summary>
    internal (double StaleUntil, TimeSpan Latency) Next(RandomStream stream)
    {
        (double acknowledged, double[] shown) = Write(stream);
        int one = _reads.From.IsPrimary || _reads.From.IsQuorum ? 0 : (int)(stream.NextUniform() * _ways.Length);
        (double Latency, double StaleUntil)[] answers = new (double, double)[_ways.Length];
        for (int copy = 0; copy < answers.Length; copy++)
        {
            double ask = _ways[copy].Ask.Seconds.Sample(stream.NextUniform());
            answers[copy] = (ask + _ways[copy].Answer.Seconds.Sample(stream.NextUniform()), shown[copy] - ask - acknowledged);
        }
        if (!_reads.From.IsQuorum) return (answers[one].StaleUntil, Delay.Rounded(answers[one].Latency));
        Array.Sort(answers);
        return (answers.Take(_reads.From.Answers).Min(answer => answer.StaleUntil), Delay.Rounded(answers[_reads.From.Answers - 1].Latency));
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
