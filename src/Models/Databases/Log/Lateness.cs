using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Log;

/// <summary>Writes down how far a follower is behind, and how far it was at most.</summary>
internal sealed class Lateness(World world, Follower follower)
{
    private bool _isBehind;
    private Instant _since;
    private Instant _seen;
    private Lag _peak;
    private (Instant At, double Bytes) _written;

    /// <summary>Another follower goes on in its stead: where that one was behind, so is this one, since then.</summary>
    public void GoOn(Lateness before)
    {
        if (!before._isBehind) return;
        before.Raise(world.Now, before.Lag);
        (_isBehind, _since, _seen, _peak) = (true, before._since, world.Now, before._peak);
    }

    /// <summary>It goes on for a copy that nobody sent anything since a moment.</summary>
    public void GoOn(Instant since) => (_isBehind, _since, _seen) = (true, since, world.Now);

    /// <summary>It follows nobody any more and takes writes itself: it lacks nothing of what there is.</summary>
    public void End()
    {
        if (!_isBehind) return;
        Lag last = Lag;
        Raise(world.Now, last);
        Tell(last);
        Tell(default);
        CatchUp();
    }

    private Lag Lag => follower.LagAt(world.Now);

    /// <summary>How it stands now: written if it is behind, or was until now.</summary>
    public void Note(bool isInStep, string why)
    {
        if (isInStep && !_isBehind) return;
        (Instant now, FollowerName who) = (world.Now, follower.Who);
        Lag lag = Lag;
        if (!_isBehind)
        {
            (_isBehind, _since, _seen, _peak, _written) = (true, now, now, lag, default);
            world.Journal.Write(new FellBehind(now, who.Databases, who.Database, who.Name, why));
        }
        Raise(now, lag);
        Tell(lag);
        if (isInStep) CatchUp();
    }

    private void Tell(Lag lag)
    {
        if (_written == (world.Now, lag.Bytes)) return;
        _written = (world.Now, lag.Bytes);
        world.Journal.Write(new LagChanged(world.Now, follower.Who.Databases, follower.Who.Database, follower.Who.Name, lag.Bytes, lag.Age));
    }

    private void CatchUp()
    {
        _isBehind = false;
        world.Journal.Write(new CaughtUp(world.Now, follower.Who.Databases, follower.Who.Database, follower.Who.Name, _since, _peak.Bytes, _peak.Age));
    }

    /// <summary>
    /// The bytes are most where their pace changes, which is seen. The age is most where the byte that is applied was written at a change of the log's pace:
    /// before it the age grows as long as less is applied than was written then, behind it may fall.
    /// </summary>
    private void Raise(Instant now, Lag lag)
    {
        TimeSpan age = lag.Age > _peak.Age ? lag.Age : _peak.Age;
        Instant from = follower.Log.MomentOf(follower.AppliedAt(_seen)), until = follower.Log.MomentOf(follower.AppliedAt(now));
        for (RateStep step = follower.Log.NextStep(from); step.Until < until; step = follower.Log.NextStep(step.Until))
        {
            double position = follower.Log.At(step.Until);
            Instant applied = Search.First(_seen, now, moment => follower.AppliedAt(moment) >= position);
            if (applied - step.Until > age) age = applied - step.Until;
        }
        (_peak, _seen) = (new Lag(Math.Max(_peak.Bytes, lag.Bytes), age), now);
    }
}
