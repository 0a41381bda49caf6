using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Log;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Streams;

/// <summary>
/// A change stream in one trial. It follows the log like a standby, but takes no more than its batches and its throughput let it, and what it has
/// not written at its sink the source keeps. Its position counts at its polls: what it offers at a moment is what it had read at the last poll whose
/// changes are written by then.
/// </summary>
public sealed partial class StreamRun
{
    private readonly World _world;
    private readonly ChangeStream _stream;
    private readonly Database _database;
    private readonly TimeSpan _offset;
    private readonly List<Era> _eras = [];
    private Lifetime _life;
    private int _stops;
    private bool _isReached;
    private Instant? _destroyedAt;

    /// <summary>From a moment on it follows one log.</summary>
    private readonly record struct Era(Instant From, Follower Follower);

    /// <summary>A stream that has always been in step.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="who">Whom facts mean by it.</param>
    /// <param name="database">The record of the database.</param>
    /// <param name="data">Bytes of data of the database: the size of a full copy.</param>
    /// <param name="log">The log that it reads.</param>
    /// <param name="from">Where the copy stands whose log it is.</param>
    /// <param name="offset">When it polls: <c>offset + k · every</c>.</param>
    public StreamRun(World world, FollowerName who, Database database, double data, WrittenLog log, Zone from, TimeSpan offset)
    {
        (_world, Who, _database, _data, _offset) = (world, who, database, data, offset);
        _stream = (ChangeStream)database.Backups.First(backup => backup.Name == who.Name).Value;
        _life = world.Forever.Child();
        Follow(log, from, start: null, new Instant(long.MinValue));
    }

    /// <summary>Whether something can happen to a stream: it can be cut off, overwhelmed, or lose its place.</summary>
    public static bool IsFollowed(ChangeStream stream, Database database) =>
        stream.IsPlaced || double.IsFinite(stream.MaxRate(database.WriteSize)) || database.LogDisk is not null || database.LogKept != LogKept.Unlimited;

    /// <summary>Whom facts mean by it.</summary>
    public FollowerName Who { get; }

    /// <summary>Where its sink stands; a zone without a name is a store's region.</summary>
    public Zone Sink { get; private set; }

    /// <summary>Whether something can happen to its sink.</summary>
    public bool IsPlaced => _stream.IsPlaced;

    /// <summary>The store that its changes go to; empty for none.</summary>
    public string Store => _stream.To;

    /// <summary>How it gets the log now.</summary>
    public Follower Follower => _eras[^1].Follower;

    /// <summary>The sink stops, until it is back as often as it stopped.</summary>
    public void StopSink()
    {
        if (_stops++ > 0) return;
        SinkIsUp.Set(false);
        Follower.Disconnect();
        _copying?.End();
    }

    /// <summary>The sink is back, once.</summary>
    public void StartSink()
    {
        if (--_stops > 0) return;
        SinkIsUp.Set(true);
        if (!_needsCopy.IsTrue && _isReached) Follower.Connect();
    }

    /// <summary>The database that it reads stops; a full copy of it breaks off.</summary>
    public void StopSource()
    {
        _sourceIsUp.Set(false);
        Follower.StopSending();
        _copying?.End();
    }

    /// <summary>That database is back, with everything that it had.</summary>
    public void StartSource()
    {
        _sourceIsUp.Set(true);
        Follower.ResumeSending();
    }

    /// <summary>All that the sink held is gone: it offers nothing until it has a new full copy.</summary>
    public void DestroySink()
    {
        _destroyedAt = _world.Now;
        LosePlace("what its sink held is gone");
    }

    /// <summary>Another copy takes writes from now on, and has the log up to a position: the stream goes on there, with nothing that it lacks.</summary>
    /// <param name="log">Its log.</param>
    /// <param name="from">Where it stands.</param>
    /// <param name="position">What it has.</param>
    public void Move(WrittenLog log, Zone from, double position)
    {
        double has = Math.Min(position, Follower.AppliedAt(_world.Now));
        Follower.Stop();
        _sourceIsUp.Set(true);
        _life.End();
        _life = _world.Forever.Child();
        Follow(log, from, has, _world.Now);
    }

    /// <summary>The better of what others offer and what it does: see <see cref="BackupPolicy.Offer"/>.</summary>
    public RestorePoint? Offer(RestorePoint? soFar, Instant notAfter, Instant asOf)
    {
        long newest = PollBefore(asOf - _stream.Takes - Latency), oldest = PollBefore(notAfter);
        if (oldest > newest) oldest = newest;
        while (oldest < newest)
        {
            long middle = oldest + (newest - oldest + 1) / 2;
            if (ReachedBy(middle) <= notAfter) oldest = middle;
            else newest = middle - 1;
        }
        Instant reached = ReachedBy(newest);
        if (reached > notAfter || reached + _stream.Keep <= asOf) return soFar;
        if (_destroyedAt is { } gone && NewestCopy(reached) < gone) return soFar;
        return _stream.Better(soFar, Who.Name, reached, Instant.Later(_stream.LastFull(reached, _offset), NewestCopy(reached)), asOf);
    }

    /// <summary>Until when its sink holds what was deleted at a moment: while old versions are kept, and until it has read the deletion; or until it is destroyed.</summary>
    public Instant HoldsUntil(Instant deleted)
    {
        if (_destroyedAt is { } gone)
        {
            if (gone > deleted) return Instant.Earlier(gone, deleted + _stream.Keep);
            if (NewestCopy(deleted) < gone) return deleted;
        }
        double position = Follower.Log.At(deleted);
        Instant read = Search.First(deleted, Instant.Never, moment => AppliedAt(moment) >= position);
        return Instant.Later(read, deleted + _stream.Keep);
    }

    private TimeSpan Latency => Follower.Route.Latency;

    private double AppliedAt(Instant moment) => FollowerAt(moment).AppliedAt(moment);

    private Follower FollowerAt(Instant moment) => _eras[Math.Max(0, _eras.FindLastIndex(era => era.From <= moment))].Follower;

    /// <summary>The number of the last poll that is not after a moment.</summary>
    private long PollBefore(Instant moment) => (long)Math.Floor((decimal)(moment.Ticks - _offset.Ticks) / _stream.Every.Ticks);

    /// <summary>The moment of the log that a poll has reached: all that was written by then has been read.</summary>
    private Instant ReachedBy(long poll)
    {
        Instant at = new(_offset.Ticks + poll * _stream.Every.Ticks);
        Follower follower = FollowerAt(at);
        double position = follower.AppliedAt(Instant.Earlier(at + Latency, _world.Now));
        if (position >= follower.Log.At(at)) return at;
        Instant lacks = follower.Log.MomentOf(Math.BitIncrement(position));
        return lacks > at ? at : new Instant(lacks.Ticks - 1);
    }

    private void Follow(WrittenLog log, Zone from, double? start, Instant since)
    {
        FollowerPace pace = new()
        {
            ApplyRate = _stream.MaxRate(_database.WriteSize),
            LogKept = _database.LogKept.Bytes?.Bytes ?? double.PositiveInfinity,
            LogKeptFor = _database.LogKept.For ?? TimeSpan.MaxValue,
            KeptUntilApplied = true,
        };
        Sink = SinkOf(from);
        // Where it goes on after an outage nobody may have laid a way to the sink.
        _isReached = from == Sink || Network.CanReach(_world.Scenario.Links, from, Sink);
        Follower? before = _eras.Count > 0 ? Follower : null;
        _eras.Add(new Era(since, new Follower(_world, Who, log, _world.Network.Between(_isReached ? from : Sink, Sink), pace, start, before: before)));
        if (_stops > 0 || !_isReached) Follower.Disconnect();
        _life.Start(KeepLog(_life, Follower));
        _life.Start(CopyAnew(_life, Follower));
    }

    /// <summary>A sink that nobody has placed stands beside its database.</summary>
    private Zone SinkOf(Zone from) =>
        _stream.Zone is { } place ? place.At(Who.Database, _world.Region(place.Region))
        : _stream.To.Length > 0 ? _world.Store(_stream.To).Store.Place
        : from;
}
