using Simulator.Kernel;

namespace Simulator.Models.Places;

/// <content>The logs that are in step, and how they share it where they want more than there is. Nothing happens as long as they do not.</content>
public sealed partial class Lane
{
    private readonly List<Carried> _inStep = [];
    private readonly List<Action> _paced = [];
    private Lifetime? _crowd;
    private Instant _next = Instant.Never;
    private double _told = double.PositiveInfinity;
    private bool _isSettling;

    /// <summary>What a log in step gets at most now, bytes a second: the level of the max-min fair shares of what is wanted; infinite where there is enough for all.</summary>
    internal double Share => Bulk is null ? double.PositiveInfinity : LevelAt(_world.Now, _inStep, LeftForLogs(_users));

    /// <summary>What its logs in step leave of it now, bytes a second, at least a tenth; infinite where that never matters.</summary>
    internal double LeftByLogs => Bulk is null ? double.PositiveInfinity : Math.Max(Bandwidth - _inStep.Sum(log => log.Count * log.WantedStep(_world.Now).Rate), LeastForBulk * Bandwidth);

    /// <summary>Calls somebody each time the share of the logs in step changes, after that has happened.</summary>
    internal void WatchShare(Action watcher)
    {
        if (!_paced.Contains(watcher)) _paced.Add(watcher);
    }

    /// <summary>Whether a log gets in step all that is wanted of it, from now on for a while.</summary>
    /// <param name="log">The log.</param>
    /// <param name="moves">Whether it is moved in bulk now, and would cease to be.</param>
    internal bool Fits(Carried log, bool moves)
    {
        if (Bulk is null || log.IsWaitedFor) return true;
        double capacity = LeftForLogs(moves ? _users - 1 : _users);
        IReadOnlyList<Carried> all = _inStep.Contains(log) ? _inStep : [.. _inStep, log];
        return !MayCrowd(all, capacity) || !IsOver(log, _world.Now, StepEnd(_world.Now, all), LevelAt(_world.Now, all, capacity));
    }

    /// <summary>A log is in step across it.</summary>
    internal void Join(Carried log)
    {
        if (Bulk is null) return;
        _inStep.Add(log);
        LoadChanged();
    }

    /// <summary>A log is no longer in step across it.</summary>
    internal void Leave(Carried log)
    {
        if (_inStep.Remove(log)) LoadChanged();
    }

    /// <summary>Logs on it have changed their pace, or somebody has begun to move something beside them.</summary>
    internal void LoadChanged()
    {
        if (_users > 0) Refresh();
        Settle();
        Judge();
    }

    /// <summary>At the end of what is due now the shares are looked at anew, once.</summary>
    private void Settle()
    {
        if (_isSettling || Bulk is null || (_crowd is null && double.IsInfinity(_told) && !MayCrowd(_inStep, LeftForLogs(_users)))) return;
        _isSettling = true;
        _world.Forever.Start(AtTheEndOfThisInstant());

        async Process AtTheEndOfThisInstant()
        {
            await _world.Forever.Wait(TimeSpan.Zero);
            _isSettling = false;
            Instant next = Look();
            if (_crowd is { HasEnded: false } && next == _next) return;
            _crowd?.End();
            _crowd = null;
            if (next.IsNever) return;
            _crowd = _world.Forever.Child();
            _crowd.Start(LookAgain(_crowd, next));
        }
    }

    private async Process LookAgain(Lifetime life, Instant next)
    {
        for (_next = next; !_next.IsNever; _next = Look()) await life.WaitUntil(_next);
    }

    /// <summary>Tells those whose shares have changed, and finds the next moment at which they may change again.</summary>
    private Instant Look()
    {
        Instant now = _world.Now, until = StepEnd(now, _inStep);
        double level = IsCut ? double.PositiveInfinity : LevelAt(now, _inStep, LeftForLogs(_users));
        if (level != _told)
        {
            _told = level;
            foreach (Action watcher in _paced) watcher();
        }
        foreach (Carried log in _inStep.Where(log => !log.IsWaitedFor && IsOver(log, now, until, level)).ToArray()) log.Yield();
        return IsCut || !MayCrowd(_inStep, LeftForLogs(_users)) ? Instant.Never : double.IsInfinity(level) ? NextCrowd(now) : until;
    }

    /// <summary>The first moment after now at which the logs in step want more than there is; never where that is not before the run ends.</summary>
    private Instant NextCrowd(Instant now)
    {
        Instant horizon = Instant.After(_world.Scenario.Length);
        for (Instant from = now; from < horizon;)
        {
            Instant until = Instant.Earlier(StepEnd(from, _inStep), horizon);
            if (from > now && !double.IsInfinity(LevelAt(from, _inStep, LeftForLogs(_users)))) return from;
            if (WantsTooMuch(new Instant(until.Ticks - 1)) && Search.First(from, until, WantsTooMuch) is var crossing && crossing > from) return crossing;
            from = until;
        }
        return Instant.Never;
    }

    /// <summary>Whether they could ever want more at their present pace.</summary>
    private static bool MayCrowd(IReadOnlyList<Carried> logs, double capacity) => logs.Sum(log => log.Count * log.PeakWanted) > capacity * (1 + FairShare.Hair);

    private bool WantsTooMuch(Instant moment) => _inStep.Sum(log => log.Count * log.WantedAt(moment)) > LeftForLogs(_users) * (1 + FairShare.Hair);

    private static double LevelAt(Instant moment, IReadOnlyList<Carried> logs, double capacity)
    {
        Instant until = StepEnd(moment, logs);
        return FairShare.Level(capacity, logs.Select(log => (log.WantedUntil(moment, until), log.Count)));
    }

    /// <summary>What is left for logs: while somebody moves something in bulk not the tenth that he gets in any case.</summary>
    private double LeftForLogs(int users) => users > 0 ? Bandwidth * (1 - LeastForBulk) : Bandwidth;

    private static bool IsOver(Carried log, Instant now, Instant until, double level) => log.Count > 0 && log.WrittenUntil(now, until) > level * (1 + FairShare.Hair);

    private static Instant StepEnd(Instant from, IReadOnlyList<Carried> logs) => logs.Select(log => log.WantedStep(from).Until).DefaultIfEmpty(Instant.Never).Min();
}
