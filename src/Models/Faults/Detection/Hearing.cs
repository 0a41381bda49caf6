using Simulator.Kernel;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Databases.Run;

namespace Simulator.Models.Faults.Detection;

/// <summary>Waits for the first report of one fault. Everybody who was hit counts from then on, whether he is served again or not.</summary>
public sealed class Hearing
{
    private readonly Occurrence _fault;
    private readonly Reports _reports;
    private readonly TimeSpan _hidden;
    private double _left;
    private double _users;
    private Instant _since;
    private Lifetime? _waiting;

    /// <summary>Nobody is hit yet.</summary>
    internal Hearing(Occurrence fault, Reports reports)
    {
        (_fault, _reports) = (fault, reports);
        _left = -PureMath.Log(1 - fault.Luck("reports").NextUniform());
        _hidden = reports.HiddenFor.Quantile(fault.Luck("hidden for").NextUniform());
    }

    /// <summary>Whether somebody has reported it.</summary>
    public Condition Heard { get; } = new();

    private double PerSecond => _users / _reports.After.TotalSeconds;

    /// <summary>So many users more are hit, now: they miss something when no cache has it any more.</summary>
    internal void Hit(double users)
    {
        if (users > 0) _fault.World.Forever.Start(Miss(users));
    }

    /// <summary>A database is hit, maybe without anybody's missing anything yet: its users count once it does not serve, or serves what is wrong.</summary>
    internal void Hit(DatabaseRun database) => _fault.World.Forever.Start(Miss(database));

    private async Process Miss(DatabaseRun database)
    {
        await _fault.World.Forever.Until(database.IsMissed);
        await Miss(_reports.Users + _fault.World.UsersOf(database.Name, database.Number));
    }

    private async Process Miss(double users)
    {
        await _fault.World.Forever.Wait(_hidden);
        Instant now = _fault.World.Now;
        _left = Math.Max(0, _left - PerSecond * (now - _since).TotalSeconds);
        (_since, _users) = (now, _users + users);
        _waiting?.End();
        if (_users <= 0 || Heard.IsTrue) return;
        _waiting = _fault.World.Forever.Child();
        _waiting.Start(Report(_waiting, Distributions.Delay.Rounded(_left / PerSecond)));
    }

    private async Process Report(Lifetime life, TimeSpan after)
    {
        await life.Wait(after);
        Heard.Set(true);
    }
}
