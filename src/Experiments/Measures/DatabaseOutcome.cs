using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What became of one database: when it was down, what it lost, and where its bytes are in the end.</summary>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">Its number.</param>
public sealed record DatabaseOutcome(string Databases, int Database)
{
    private readonly List<Loss> _losses = [];
    private readonly List<FollowerOutcome> _followers = [];
    private readonly Dictionary<string, double> _stored = [];
    private readonly Dictionary<string, IReadOnlyList<OfferedPoint>> _points = [];
    private readonly List<double> _erased = [];
    private readonly List<(string Backup, string By)> _foundBad = [];
    private readonly List<(Instant From, Instant To)> _outages = [];
    private readonly List<(Instant From, Instant? To)> _stuck = [];
    private readonly List<string> _causes = [];
    private bool _isRestoring;

    /// <summary>Whether it was down at any time.</summary>
    public bool WasDown { get; private set; }

    /// <summary>The times that it was down, in order; the last reaches to the end of the run where it did not come back.</summary>
    public IEnumerable<(Instant From, Instant To)> Outages(Instant end) => DownSince is { } since ? [.. _outages, (since, end)] : _outages;

    /// <summary>The same times, each with the fault or the step that the database named when it went down.</summary>
    public IEnumerable<(Instant From, Instant To, string Cause)> CausedOutages(Instant end) => Outages(end).Zip(_causes, (outage, cause) => (outage.From, outage.To, cause));

    /// <summary>Total length of the times it was down and that ended.</summary>
    public TimeSpan Down { get; private set; }

    /// <summary>Since when it is down at the end of the run; null if it is up.</summary>
    public Instant? DownSince { get; private set; }

    /// <summary>What each failover, each start after a crash and each restore lost, in order.</summary>
    public IReadOnlyList<Loss> Losses => _losses;

    /// <summary>Whether it was brought back from a backup, or could not be.</summary>
    public bool WasRestored { get; private set; }

    /// <summary>Total length of the phases of its restores.</summary>
    public TimeSpan Restoring { get; private set; }

    /// <summary>Whether a phase of a restore was done at any time.</summary>
    public bool HasRestorePhases { get; private set; }

    /// <summary>Whether a restore had begun at the end of the run and not come to anything yet.</summary>
    public bool IsRestoring => _isRestoring && DownSince is not null;

    /// <summary>Its standbys and change streams of which something is known, in the order in which they first appear.</summary>
    public IReadOnlyList<FollowerOutcome> Followers => _followers;

    /// <summary>Stretches of time in which commits did not wait for a standby though they should.</summary>
    public Spans Degraded { get; } = new();

    /// <summary>Stretches of time in which it served, but lacked a part of its data.</summary>
    public Spans Reduced { get; } = new();

    /// <summary>When it first lacked a part of its data; null if it never did.</summary>
    public Instant? ReducedFrom { get; private set; }

    /// <summary>When it last had all its data again; null where it never lacked any, or still does.</summary>
    public Instant? WholeFrom { get; private set; }

    /// <summary>Its commits and reads that were followed one by one.</summary>
    public CommitOutcome Commits { get; } = new();

    /// <summary>Acknowledged writes that were taken while two copies did, by the one that should have stopped.</summary>
    public double StrandedWrites { get; private set; }

    /// <summary>Their size.</summary>
    public double StrandedBytes { get; private set; }

    /// <summary>Whether two copies took writes at once.</summary>
    public bool WasSplit { get; private set; }

    /// <summary>Log that clients wanted to write and that was not taken, because commits could not be confirmed as fast; null if nothing was held back.</summary>
    public double? HeldBack { get; private set; }

    /// <summary>Where its acknowledged bytes are when the run ends; null where nobody drew the balance.</summary>
    public LedgerClosed? Ledger { get; private set; }

    /// <summary>What each of its backups occupies at the end of the run, second copies included, by the backup's name.</summary>
    public IReadOnlyDictionary<string, double> Stored => _stored;

    /// <summary>Each time that a point, or a whole backup, was found to be bad: the backup's name, and what found it ("audit", "restore", "restore test").</summary>
    public IReadOnlyList<(string Backup, string By)> FoundBad => _foundBad;

    /// <summary>Of each thing that was deleted for good, seconds until its last copy is gone; they may reach beyond the end of the run, and are infinite where nobody can tell.</summary>
    public IReadOnlyList<double> Erased => _erased;

    /// <summary>When it was stuck on a volume, in order; the last is open where it was to the end.</summary>
    public IReadOnlyList<(Instant From, Instant? To)> Stuck => _stuck;

    /// <summary>Since when one of the volumes is lost that it is striped over; null where none is.</summary>
    public Instant? StripeLostAt { get; private set; }

    /// <summary>What each of its backups offered during the run, by the backup's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<OfferedPoint>> Points => _points;

    internal void GoDown(Instant at, string cause)
    {
        WasDown = true;
        if (DownSince is null) _causes.Add(cause);
        DownSince ??= at;
    }

    internal void ComeUp(Instant at)
    {
        if (DownSince is { } since)
        {
            Down += at - since;
            _outages.Add((since, at));
        }
        DownSince = null;
    }

    internal void FailOver(FailedOver failover)
    {
        _losses.Add(new Loss(failover.LossWindow.TotalSeconds, 0, failover.LostBytes));
        Promote(failover.Standby);
        ComeUp(failover.At);
    }

    internal void Take(DatabaseFact fact)
    {
        switch (fact)
        {
            case DatabaseRestored f: Restored(new Loss(f.LossWindow.TotalSeconds, 0, f.LostBytes)); break;
            case DatabaseRestarted f: _losses.Add(new Loss(f.LossWindow.TotalSeconds, 0, f.LostBytes)); break;
            case DatabaseLost f: Restored(new Loss(double.PositiveInfinity, double.PositiveInfinity, f.LostBytes)); break;
            case FailedBack f: Promote(f.Standby); break;
            case RestorePhaseDone f: Restore(f.At - f.Began); break;
            case LagChanged f: Follower(f.Follower).Lag(f); break;
            case FellBehind f: Follower(f.Follower).Behind.Begin(f.At); break;
            case CaughtUp f: Follower(f.Follower).CatchUp(f); break;
            case RebuildBegan f: Follower(f.Follower).Rebuilds.Begin(f.At); break;
            case RebuildEnded f: Follower(f.Follower).Rebuilds.End(f.Began, f.At); break;
            case Degraded f: Degraded.Begin(f.At); break;
            case SyncResumed f: Degraded.End(f.Since, f.At); break;
            case TablesPutBack f: Restored(new Loss(f.LossWindow.TotalSeconds, 0, f.LostBytes)); break;
            case ChangesReplayed f: Regain(f); break;
            case ServiceReduced f: Reduce(f.At); break;
            case ServiceWhole f: Complete(f); break;
            case WritesHeldBack f: HeldBack = (HeldBack ?? 0) + f.Bytes; break;
            case SplitBrainBegan: WasSplit = true; break;
            case SplitBrainEnded f: Strand(f); break;
            case LedgerClosed f: Ledger = f; break;
            case BackupStored f: _stored[f.Backup] = _stored.GetValueOrDefault(f.Backup) + f.Bytes; break;
            case BackupFoundBad f: _foundBad.Add((f.Backup, f.By)); break;
            case LastCopyGone f: _erased.Add(f.Gone.IsNever ? double.PositiveInfinity : (f.Gone - f.Deleted).TotalSeconds); break;
            case DatabaseStuck f: _stuck.Add((f.At, null)); break;
            case DatabaseUnstuck f: _stuck[^1] = (_stuck[^1].From, f.At); break;
            case StripeLost f: StripeLostAt ??= f.At; break;
            case PointsOffered f: _points[f.Backup] = f.Points; break;
            default: Commits.Take(fact); break;
        }
    }

    // Who takes over has nobody left to catch up with.
    private void Promote(string standby) => _followers.Find(f => f.Name == standby)?.Behind.Drop();

    private void Restored(Loss loss)
    {
        _losses.Add(loss);
        WasRestored = true;
        _isRestoring = false;
    }

    private void Restore(TimeSpan took)
    {
        Restoring += took;
        HasRestorePhases = _isRestoring = true;
    }

    private void Reduce(Instant at)
    {
        ReducedFrom ??= at;
        Reduced.Begin(at);
        WholeFrom = null;
    }

    private void Complete(ServiceWhole whole)
    {
        Reduced.End(whole.Since, whole.At);
        WholeFrom = whole.At;
    }

    /// <summary>What the last restore had lost is less now.</summary>
    private void Regain(ChangesReplayed replayed)
    {
        Loss last = _losses[^1];
        _losses[^1] = last with { Seconds = Math.Min(last.Seconds, replayed.LossWindow.TotalSeconds), Bytes = Math.Max(0, last.Bytes - replayed.Bytes) };
    }

    private void Strand(SplitBrainEnded end)
    {
        WasSplit = true;
        StrandedWrites += end.Writes;
        StrandedBytes += end.Bytes;
    }

    private FollowerOutcome Follower(string name)
    {
        FollowerOutcome? follower = _followers.Find(f => f.Name == name);
        if (follower is null) _followers.Add(follower = new FollowerOutcome(name));
        return follower;
    }
}
