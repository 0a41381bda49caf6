using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Queues;

/// <summary>One queue in one trial. Its events are pauses, resumes and the moments at which it has drained; between them it is a function of time.</summary>
public sealed class QueueRun
{
    private readonly World _world;
    private readonly Named<WorkQueue> _queue;
    private readonly Backlog _backlog;
    private readonly HashSet<(string, int)> _away = [];
    private readonly Condition _drained = new(initially: true);
    private Lifetime? _draining;
    private bool _isPaused;
    private Instant _since;

    /// <summary>A queue that is served, and in which nothing waits.</summary>
    public QueueRun(World world, Named<WorkQueue> queue)
    {
        (_world, _queue) = (world, queue);
        _backlog = new Backlog(queue.Value.Arrives, queue.Value.Serves.PerSecond, queue.Value.Expires, world.Clock, queue.Value.AtItsTurn);
    }

    private bool IsServing => !_isPaused && _away.Count == 0;

    /// <summary>People stop it, until <see cref="Resume"/>.</summary>
    public void Pause() => Change(() => _isPaused = true, "paused");

    /// <summary>People let it go on.</summary>
    public void Resume() => Change(() => _isPaused = false, "");

    /// <summary>People see to it that nothing is dropped any more, however long it has waited.</summary>
    public void Keep()
    {
        _backlog.Advance(_world.Now, IsServing);
        _backlog.Keep();
        _world.Journal.Write(new QueueKept(_world.Now, _queue.Name, _backlog.Waiting, _backlog.Expired));
        if (_drained.IsTrue) return;
        _draining?.End();
        AwaitDrain();
    }

    /// <summary>A database has gone down, or serves again.</summary>
    public void Tell(string databases, int number, bool serves) => Tell(databases, number, serves, $"{databases} {number} is down");

    /// <summary>Something else that it needs is away, or there again.</summary>
    public void Tell(string dependency, bool isThere) => Tell(dependency, 0, isThere, $"{dependency} is not to be had");

    private void Tell(string name, int number, bool isThere, string why)
    {
        if (_queue.Value.Needs.Contains(name)) Change(() => _ = isThere ? _away.Remove((name, number)) : _away.Add((name, number)), why);
    }

    /// <summary>What is true once nothing waits any more.</summary>
    public Condition Empty()
    {
        _backlog.Advance(_world.Now, IsServing);
        // More may arrive at its peak than is served, without anybody having stopped it.
        if (_backlog.Waiting > 0 && _drained.IsTrue)
        {
            _since = _world.Now;
            AwaitDrain();
        }
        return _drained;
    }

    /// <summary>Draws the balance when the run ends.</summary>
    /// <exception cref="InvalidOperationException">An event that arrived was neither served nor dropped, and does not wait; or it was twice.</exception>
    internal void Close()
    {
        _backlog.Advance(_world.Now, IsServing);
        double hair = 1e-9 * (1 + _backlog.Arrived);
        if (_backlog.Waiting < 0 || Math.Abs(_backlog.Served + _backlog.Expired - _backlog.Left) > hair)
            throw new InvalidOperationException($"queue {_queue.Name}: {_backlog.Arrived} arrived, {_backlog.Served} were served, {_backlog.Expired} dropped, {_backlog.Waiting} wait");
        _world.Journal.Write(new QueueClosed(_world.Now, _queue.Name, _backlog.Arrived, _backlog.Served, _backlog.Expired, _backlog.Waiting) { Delayed = _backlog.Delayed, Peak = _backlog.Peak });
    }

    private void Change(Action change, string why)
    {
        _backlog.Advance(_world.Now, IsServing);
        bool before = IsServing;
        change();
        if (IsServing == before) return;
        if (IsServing)
        {
            _world.Journal.Write(new QueueResumed(_world.Now, _queue.Name, _since, _backlog.Waiting, _backlog.Expired));
            AwaitDrain();
            return;
        }
        _since = _world.Now;
        _draining?.End();
        _drained.Set(false);
        _world.Journal.Write(new QueuePaused(_world.Now, _queue.Name, why, _backlog.Waiting));
    }

    private void AwaitDrain()
    {
        _drained.Set(false);
        if (!IsServing) return;
        _draining = _world.Forever.Child();
        _draining.Start(Drain(_draining));
    }

    private async Process Drain(Lifetime life)
    {
        Instant at = _backlog.DrainsBefore(Instant.After(_world.Scenario.Length));
        if (at.IsNever) return;
        await life.WaitUntil(at);
        _backlog.Advance(_world.Now, isServing: true);
        _world.Journal.Write(new QueueDrained(_world.Now, _queue.Name, _since));
        _drained.Set(true);
    }
}
