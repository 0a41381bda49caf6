using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// One write to a primary and one read after its acknowledgement, with every message drawn, while the standbys are in step. A standby shows the write when it
/// has received and applied it and its apply delay is over; the primary always does. The same luck decides a standby's work for its answer and
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

    /// <summary>Draws a write and a read: up to how long after the acknowledgement a read misses the write, and what the read takes.</summary>
    internal (TimeSpan StaleUntil, TimeSpan Latency) Next(RandomStream stream)
    {
        (TimeSpan acknowledged, TimeSpan[] shown) = Write(stream);
        if (_reads.From.IsPrimary) return (TimeSpan.MinValue, Drawn(0, stream).Latency);
        if (!_reads.From.IsQuorum)
        {
            int copy = (int)(stream.NextUniform() * _ways.Length);
            (TimeSpan ask, TimeSpan latency) = Drawn(copy, stream);
            return (StaleUntil(shown[copy], ask, acknowledged), latency);
        }
        (TimeSpan Latency, TimeSpan StaleUntil)[] answers = new (TimeSpan, TimeSpan)[_ways.Length];
        for (int copy = 0; copy < answers.Length; copy++)
        {
            (TimeSpan ask, TimeSpan latency) = Drawn(copy, stream);
            answers[copy] = (latency, StaleUntil(shown[copy], ask, acknowledged));
        }
        Array.Sort(answers);
        return (answers.Take(_reads.From.Answers).Min(answer => answer.StaleUntil), answers[_reads.From.Answers - 1].Latency);
    }

    /// <summary>When, from the primary's own part on, a commit is acknowledged, and when each copy shows it; the primary first.</summary>
    private (TimeSpan Acknowledged, TimeSpan[] Shown) Write(RandomStream stream)
    {
        TimeSpan[] shown = new TimeSpan[_standbys.Count + 1];
        List<TimeSpan> answers = [];
        shown[0] = TimeSpan.MinValue;
        for (int i = 0; i < _standbys.Count; i++)
        {
            StandbyWay standby = _standbys[i];
            TimeSpan there = standby.DrawThere(stream);
            double luck = stream.NextUniform();
            shown[i + 1] = there + _commits.StandbyApply.Quantile(luck) + standby.Standby.ApplyDelay;
            TimeSpan back = standby.Back.Quantile(stream.NextUniform());
            if (_asked.Contains(standby)) answers.Add(there + _commits.WorkUntil(standby.Standby.Replication.Awaits).Quantile(luck) + back);
        }
        answers.Sort();
        return (_needed == 0 ? TimeSpan.Zero : answers[_needed - 1], shown);
    }

    private (TimeSpan Ask, TimeSpan Latency) Drawn(int copy, RandomStream stream)
    {
        TimeSpan ask = _ways[copy].Ask.Quantile(stream.NextUniform());
        return (ask, ask + _ways[copy].Answer.Quantile(stream.NextUniform()));
    }

    private static TimeSpan StaleUntil(TimeSpan shown, TimeSpan ask, TimeSpan acknowledged) => shown == TimeSpan.MinValue ? shown : shown - ask - acknowledged;
}
