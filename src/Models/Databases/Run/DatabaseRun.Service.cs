using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Facts;

namespace Simulator.Models.Databases.Run;

/// <content>Whether it takes writes, from how many clients, and where they are when the run ends.</content>
public sealed partial class DatabaseRun
{
    private Writer _writer;
    private Phase _phase = Phase.Serving;
    private Instant? _lostAt;
    private double _acknowledgedAtLoss;
    private double _flushedAtLoss = double.PositiveInfinity;
    private double _retired;
    private bool _isUp = true;
    private string _how = "";
    private string _why = "";
    private Places.Zone? _leftBehind;
    private double? _restoringTo;

    private enum Phase
    {
        Serving,
        TakingOver,
        Restoring,
        Dead,
    }

    /// <summary>Whether most of its clients can write.</summary>
    public Condition Serves { get; } = new(true);

    /// <summary>Whether the copy that takes writes runs.</summary>
    internal bool Runs => _lostAt is null && _phase != Phase.Dead;

    private double Isolated => Database.Failover?.IsolatedClients.Fraction ?? Failover.UsuallyIsolated.Fraction;

    private double LoadFactor => _loads.Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>What is acknowledged, by the copy that takes writes, whether it runs or not.</summary>
    private double AcknowledgedNow => _lostAt is null ? Log.At(Now) : _acknowledgedAtLoss;

    /// <summary>The share of the clients that reach the copy that takes writes.</summary>
    private double Reached()
    {
        if (IsBarred(Primary)) return 0;
        if (_world.Network.IsCutOff(Primary.Zone)) return Isolated;
        return _leftBehind is { } place && _world.Network.IsCutOff(place) ? 1 - Isolated : 1;
    }

    /// <summary>Sets the pace of its log, and says so when most of its clients begin or cease to be able to write.</summary>
    private void Serve()
    {
        double share = Runs ? Reached() : 0;
        bool stalls = Runs && (_sync.Stalls || LogDiskIsFull);
        double factor = stalls ? 0 : share * LoadFactor;
        if (_writer.Set(Now, factor, HeldTo(factor)))
        {
            foreach (Copy copy in Following()) copy.Follower!.LoadChanged();
            foreach (StreamRun stream in _streams) stream.Follower.LoadChanged();
            Protection.LoadChanged();
        }
        bool isUp = Runs && !stalls && share >= 0.5;
        if (isUp == _isUp) return;
        _isUp = isUp;
        Serves.Set(isUp);
        _world.Queues.Tell(Name, Number, isUp);
        if (isUp) _world.Journal.Write(new DatabaseUp(Now, Name, Number, _how.Length > 0 ? _how : "most of its clients reach it again"));
        else _world.Journal.Write(new DatabaseDown(Now, Name, Number, _why.Length > 0 ? _why : Cause?.Name ?? "no answer"));
        (_how, _why) = ("", "");
    }

    /// <summary>The copy that took writes is back before another took over: what was not on its disk is lost.</summary>
    private void Return()
    {
        if (_lostAt is not { } lost || _phase != Phase.Serving || !Primary.IsUp || !Primary.HasData) return;
        _how = "it runs again";
        if (Primary.Held < _acknowledgedAtLoss)
        {
            (TimeSpan window, double bytes) = Missing(Log, Primary.Held, _acknowledgedAtLoss, lost);
            CountLost(Primary.Held, successor: null);
            _ledger.GoBack(_acknowledgedAtLoss, Primary.Held);
            GoOnFrom(Primary.Held);
            _world.Journal.Write(new DatabaseRestarted(Now, Name, Number, Primary.Zone.ToString(), window, bytes));
        }
        else
        {
            foreach (Copy copy in Following().Where(copy => copy.Follower!.Upstream is null)) copy.Follower!.ResumeSending();
            foreach (StreamRun stream in _streams) stream.StartSource();
        }
        _lostAt = null;
    }

    /// <summary>A new log that has everything up to a position; those who followed the old one have to take it up.</summary>
    /// <param name="position">The position.</param>
    /// <param name="isOldWritten">Whether the old log is still written, by a copy that should have stopped.</param>
    private void GoOnFrom(double position, bool isOldWritten = false)
    {
        foreach (Copy copy in _copies.Where(copy => copy != Primary))
        {
            if (copy.Follower is not null) copy.Held = copy.IsUp ? PositionOf(copy) : copy.Held;
            GiveUpFollowing(copy);
        }
        Log = Log.Fork(Now, position);
        _forks.Add(position);
        Primary.Timeline = _forks.Count - 1;
        if (!isOldWritten) _retired += _writer.Settle(Now);
        _writer = new Writer(Log, Database.Writes, _world.Clock, Now);
        foreach (StreamRun stream in _streams) stream.Move(Log, Primary.Zone, position);
        Protection.Moved();
    }

    /// <summary>The age of the oldest acknowledged write beyond a position, and how many bytes there are.</summary>
    private static (TimeSpan Window, double Bytes) Missing(WrittenLog log, double has, double acknowledged, Instant at)
    {
        double bytes = Math.Max(0, acknowledged - has);
        if (bytes == 0) return (TimeSpan.Zero, 0);
        Instant oldest = log.MomentOf(double.BitIncrement(has));
        return (at > oldest ? at - oldest : TimeSpan.Zero, bytes);
    }

    internal bool Reaches(Copy copy) => CanReach(Primary, copy);

    internal void StandbyGivenUp()
    {
        _how = "it goes on without its standby";
        Touch();
    }

    internal void TouchOnceInStep(Copy copy) => copy.Following!.Start(TouchOnce(copy.Following, copy.Follower!));

    private async Process TouchOnce(Lifetime life, Follower follower)
    {
        await life.Until(follower.InStep);
        if (!_isUp) _how = "its standby is back";
        Touch();
    }

    /// <summary>Closes the ledger when the run ends.</summary>
    /// <exception cref="InvalidOperationException">An acknowledged byte is missing, or was counted twice.</exception>
    internal void Close()
    {
        if (_rival is not null) EndRival(always: true);
        double acknowledged = AcknowledgedNow, best = _phase == Phase.Dead ? double.NegativeInfinity : Math.Min(acknowledged, _restoringTo ?? Best());
        if (!double.IsFinite(best)) best = _ledger.Floor;
        if (best < acknowledged) _ledger.GoBack(acknowledged, best);
        _world.Journal.Write(_ledger.Close(Now, Name, Number, _retired + _writer.Settle(Now), best));
        Protection.Close([.. _copies.Where(copy => copy != Primary).Select(copy => ($"standby {copy.Name}", (Func<Backups.Erased, Instant>)(erased => copy.History.HoldsUntil(erased.At, erased.IsAll ? double.PositiveInfinity : Log.At(erased.At)))))]);
    }

    /// <summary>Where the log of what survives ends, now: of the copies, or of the newest backup where no copy is left.</summary>
    private double Best()
    {
        if (Runs) return Log.At(Now);
        double best = _copies.Where(copy => copy.HasData && (copy == Primary || copy.Follower is not null)).Select(PositionOf).DefaultIfEmpty(double.NegativeInfinity).Max();
        return double.IsFinite(best) ? best : Protection.Newest(_lostAt!.Value, Now) is { } point ? Log.At(point.At) : double.NegativeInfinity;
    }
}
