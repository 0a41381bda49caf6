using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Run;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// The reads of the first of a collection of databases over a trial that is over: each meets the copies that could be read at its moment, as far as they had
/// come then. What always delays a standby is drawn with the messages; what held it up beyond that is its position then.
/// </summary>
internal sealed class ReadsOfTrial
{
    private readonly List<Arrangement> _arrangements;
    private readonly ReadDraw[] _draws;
    private readonly ReadDraw _first;

    internal ReadsOfTrial(World world, Named<Database> databases, Commits commits, Reads reads)
    {
        Database database = databases.Value;
        _first = new ReadDraw(world, database, commits, reads);
        _arrangements = [.. world.Known(databases.Name, 0)?.Arrangements ?? []];
        _draws = [.. _arrangements.Select(now => new ReadDraw(world, database, commits, reads, now.Primary,
            [.. now.Standbys.Select(standby => new StandbyWay(standby.Role, standby.Zone, standby.Ways(), world.Network.Between(standby.Zone, now.Primary).Delay))], now.TakesWrites, now.Waits))];
    }

    /// <summary>Draws a read at a moment; null where too few copies could be read.</summary>
    internal (double StaleUntil, TimeSpan Latency)? At(Instant moment, RandomStream stream)
    {
        int now = Search.LastUpTo(_arrangements, moment, static arrangement => arrangement.From);
        // Until something happens to it a database is as it is arranged.
        if (now < 0) return _first.Next(stream);
        return _draws[now].IsAnswered ? _draws[now].Next(stream, standby => _arrangements[now].Standbys[standby].Behind(moment).TotalSeconds) : null;
    }
}
