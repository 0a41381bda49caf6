using Simulator.Kernel;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// Somebody who reads a database's log as it is written: a standby, or a change stream. Two stages, each a queue of bytes: the log is shipped over the
/// route, and what has arrived is applied. While it is in step both are functions of time and cost no event; while it is behind, it is a process
/// that shares what it crosses, and whose events are the steps of the log's rate, changes of its share, and the moments at which a queue is empty.
/// </summary>
public sealed partial class Follower
{
    private readonly World _world;
    private FollowerPace _pace;
    private readonly Track _sent;
    private readonly Reception _received;
    private readonly Track _applied;
    private readonly Carried _carried;
    private readonly Lateness _lateness;
    private readonly Follower? _upstream;
    private readonly List<Follower> _downstream = [];
    private bool _isRunning = true;
    private bool _isSourceUp = true;
    private bool _hasData = true;
    private bool _isSpared;
    private bool _isOver;

    /// <summary>A follower, from now on.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="who">Whom facts mean by it.</param>
    /// <param name="log">The log that it follows.</param>
    /// <param name="route">The way of the log to it.</param>
    /// <param name="pace">How fast it can be.</param>
    /// <param name="start">The last byte that it has; null where it has always been in step.</param>
    /// <param name="upstream">Who passes the log on to it, of what he has received; null where it comes from its writer.</param>
    /// <param name="applied">The last byte of that which it has applied; null where that is all.</param>
    /// <param name="before">Whom it goes on for, of the same name: where that one was behind, it is behind since then; null for nobody.</param>
    /// <param name="behindSince">Since when nobody sent the log to it; null where that is told by whom it goes on for.</param>
    /// <param name="inStep">Tells whether it is in step, after those before it of the same name; null for a new one.</param>
    public Follower(
        World world, FollowerName who, WrittenLog log, Route route, FollowerPace pace, double? start = null, Follower? upstream = null, double? applied = null, Follower? before = null,
        Instant? behindSince = null, Condition? inStep = null)
    {
        InStep = inStep ?? new Condition();
        InStep.Set(true);
        (_world, Who, Log, Route, _pace, _upstream) = (world, who, log, route, pace, upstream);
        upstream?._downstream.Add(this);
        _sent = new Track(SourceAt, start);
        _received = new Reception(_sent, route.Latency, start, world.Now);
        _applied = new Track(ReadyAt, applied ?? start);
        _carried = new Carried(log, () => Reconsider("its route carries less than is written")) { IsWaitedFor = pace.IsWaitedFor };
        _lateness = new Lateness(world, this);
        if (behindSince is { } since) _lateness.GoOn(since);
        else if (before is not null) _lateness.GoOn(before._lateness);
        if (route.Lane is { } lane) world.Network.Population.Release(who, lane);
        route.Watch(RouteChanged);
        RouteChanged();
    }

    /// <summary>Whom facts mean by it.</summary>
    public FollowerName Who { get; }

    /// <summary>The log that it follows.</summary>
    public WrittenLog Log { get; }

    /// <summary>The way of the log to it.</summary>
    public Route Route { get; }

    /// <summary>Who passes the log on to it; null where it comes from its writer.</summary>
    public Follower? Upstream => _upstream;

    /// <summary>Commits wait for it, or no longer: where its way is too full they are held back, and it is not left behind.</summary>
    /// <param name="isWaitedFor">Whether they do.</param>
    /// <param name="limit">What they are held back to in any case, bytes a second; infinite for nothing.</param>
    public void SetThePace(bool isWaitedFor, double limit)
    {
        if (_isOver || (_carried.IsWaitedFor == isWaitedFor && _carried.Limit == limit)) return;
        (_carried.IsWaitedFor, _carried.Limit) = (isWaitedFor, limit);
        if (_isOnLane) Route.Lane!.LoadChanged();
        Reconsider("its route carries less than is written");
    }

    /// <summary>It applies so much at most from now on, because its disk has become slower, or is as fast as usual again.</summary>
    /// <param name="rate">Bytes of log a second, more than nothing.</param>
    public void ApplyAt(double rate)
    {
        if (_isOver || _pace.ApplyRate == rate) return;
        _pace = _pace with { ApplyRate = rate };
        Reconsider("it applies less than arrives");
    }

    /// <summary>Whether it keeps up: what it lacks is on its way.</summary>
    public Condition InStep { get; }

    /// <summary>The opposite of <see cref="InStep"/>, for those who wait for it.</summary>
    public Condition Behind { get; } = new();

    /// <summary>Whether log is sent to it and arrives: not while it stands still, is cut off, is copied anew, or its source is down.</summary>
    public Condition Receiving { get; } = new(initially: true);

    /// <summary>Whether log that it needs is no longer kept at the source: only a new copy helps.</summary>
    public Condition LogIsGone { get; } = new();

    /// <summary>How much of the log had been sent to it at a moment; what was lost on the way counts as not sent from then on.</summary>
    public double SentAt(Instant moment) => _sent.At(moment);

    /// <summary>How much of the log had reached it at a moment.</summary>
    public double ReceivedAt(Instant moment) => _received.At(moment);

    /// <summary>How much of the log could be read there at a moment.</summary>
    public double AppliedAt(Instant moment) => _applied.At(moment);

    /// <summary>How far it was behind at a moment: log written but not applied.</summary>
    public Lag LagAt(Instant moment)
    {
        double applied = AppliedAt(moment), missing = Log.At(moment) - applied;
        if (!(missing > 0)) return default;
        TimeSpan age = moment - Log.MomentOf(Math.BitIncrement(applied));
        return new Lag(missing, age > TimeSpan.Zero ? age : TimeSpan.Zero);
    }

    /// <summary>It stops: it neither receives nor applies. What was under way to it is lost and will be sent again.</summary>
    public void Disconnect()
    {
        if (_isOver || !_isRunning) return;
        _isRunning = false;
        Reconsider("it has stopped");
    }

    /// <summary>It goes on from what it had when it stopped.</summary>
    public void Connect()
    {
        if (_isOver || _isRunning) return;
        _isRunning = true;
        Reconsider("it starts again");
    }

    /// <summary>The source sends nothing more, because it is down; what has arrived is still applied, what was under way is lost.</summary>
    public void StopSending()
    {
        if (_isOver || !_isSourceUp) return;
        _isSourceUp = false;
        Reconsider("its source is down");
    }

    /// <summary>The source sends again, from what has arrived.</summary>
    public void ResumeSending()
    {
        if (_isOver || _isSourceUp) return;
        _isSourceUp = true;
        Reconsider("its source is back");
    }

    /// <summary>What the log's owner must call after he changed its pace (<see cref="WrittenLog.Pace"/>, <see cref="WrittenLog.Hold"/>).</summary>
    public void LoadChanged()
    {
        if (_isOver) return;
        Route.Lane?.LoadChanged();
        Reconsider("more is written than it can take");
    }

    /// <summary>It has everything up to a position, from now on, as after a new copy, and catches up from there.</summary>
    /// <param name="position">The last byte that it has.</param>
    /// <param name="applied">The last byte of that which it has applied; null where that is all.</param>
    public void StartFrom(double position, double? applied = null)
    {
        if (_isOver) return;
        Instant now = _world.Now;
        if (position > Log.At(now) + 1) throw new ArgumentOutOfRangeException(nameof(position), $"a copy cannot have {position} bytes of a log that has {Log.At(now)}");
        _hasData = true;
        LogIsGone.Set(false);
        _received.Connect(now, position, Route.Latency);
        _applied.Put(now, applied ?? position);
        if (!Receives) _received.Break(now);
        Reconsider("it starts from a copy");
    }

    /// <summary>It is given up: it keeps what it has.</summary>
    public void Stop()
    {
        if (_isOver) return;
        _isOver = true;
        _upstream?._downstream.Remove(this);
        Route.Unwatch(RouteChanged);
        _watching?.End();
        _current = null;
        if (_received.IsConnected) _received.Break(_world.Now);
        _applied.Run(_world.Now, 0);
        LeaveLane();
        InStep.Set(false);
        Behind.Set(true);
        Receiving.Set(false);
    }

    /// <summary>It is given up because it takes writes itself from now on.</summary>
    public void TakeOver()
    {
        if (_isOver) return;
        _lateness.End();
        Stop();
    }

    /// <summary>Replaces its data by a new full copy over its route, and lets it catch up with what is written meanwhile.</summary>
    /// <param name="life">Through whom the copy is waited for; where it ends, the copy is broken off and the follower lacks its data.</param>
    /// <param name="why">Why, in words.</param>
    /// <param name="bytes">Size of the copy.</param>
    /// <param name="readCap">What it takes at most, bytes a second, above zero; infinite where only the route and the others hold it back.</param>
    /// <param name="also">Capacities that it crosses beside its route's: the disk that it is read from, say.</param>
    /// <param name="sparesLog">Whether log is kept for it meanwhile, and until it has caught up (a replication slot; <c>pg_basebackup -X stream</c>).</param>
    public async Process Rebuild(Lifetime life, string why, double bytes, double readCap, IReadOnlyList<Kernel.Capacities.Capacity>? also = null, bool sparesLog = true)
    {
        Instant began = _world.Now;
        double position = SourceAt(began);
        _world.Journal.Write(new Facts.RebuildBegan(began, Who.Databases, Who.Database, Who.Name, why, bytes));
        _hasData = false;
        _isSpared = sparesLog;
        LogIsGone.Set(false);
        Reconsider(why);
        await Route.Move(life, bytes, readCap, also);
        _world.Usage.Carry(Route.From, Route.To, bytes);
        _world.Journal.Write(new Facts.RebuildEnded(_world.Now, Who.Databases, Who.Database, Who.Name, began));
        StartFrom(position);
    }

    /// <summary>What has arrived and has lain long enough to be applied.</summary>
    private double ReadyAt(Instant moment) =>
        _pace.ApplyDelay == TimeSpan.Zero ? _received.At(moment) : Math.Min(_received.At(moment), Log.At(moment - _pace.ApplyDelay));

    private void RouteChanged()
    {
        if (_received.IsConnected && Route.Latency != _received.Latency) _received.Delay(_world.Now, Route.Latency);
        Reconsider(Route.Up.IsTrue ? "its route carries less than is written" : "its route is down");
    }
}
