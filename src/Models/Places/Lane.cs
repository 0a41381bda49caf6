using Simulator.Kernel;
using Simulator.Kernel.Capacities;

namespace Simulator.Models.Places;

/// <summary>
/// One direction of a link. Logs that are in step have the right of way: they are small and never stop, and what is lost when a primary is gone hangs
/// on them. Where they want more than there is each gets its max-min fair share: one that commits wait for holds its clients back to it, another falls
/// behind. Whatever moves in bulk (copies, backups, logs that catch up) shares what they leave, but always gets a tenth, because TCP
/// never starves a connection for good. What they leave is kept up to date only while somebody says that he moves something (<see cref="Use"/>).
/// </summary>
public sealed partial class Lane
{
    private const double LeastForBulk = 0.1;

    private readonly World _world;
    private readonly double _bandwidth;
    private readonly Slowdowns _slow = new();
    private readonly List<Route> _routes = [];
    private Lifetime? _inUse;
    private int _users;
    private int _rivals;
    private int _cuts;

    internal Lane(World world, string name, double bandwidth)
    {
        (_world, Name, _bandwidth) = (world, name, bandwidth);
        if (double.IsFinite(bandwidth)) Bulk = new Capacity(world.Simulation, name, bandwidth);
    }

    /// <summary>As in messages: "links.coast east->west".</summary>
    public string Name { get; }

    /// <summary>What it carries now, bytes a second, logs and bulk together; infinite where that never matters.</summary>
    public double Bandwidth => _bandwidth / _slow.Bandwidth;

    /// <summary>How many times longer than by itself a message takes now.</summary>
    public double Delay => _slow.Latency;

    /// <summary>What bulk transfers share; null where bandwidth never matters.</summary>
    public Capacity? Bulk { get; }

    /// <summary>Whether nothing gets through.</summary>
    public bool IsCut => _cuts > 0;

    /// <summary>Whether backups may find less room on it than they want.</summary>
    internal Strain Strain { get; } = new();

    /// <summary>Somebody moves something in bulk, until the token is disposed: so long it is kept up to date what the logs leave.</summary>
    /// <param name="isPlanned">Whether it is a backup, for which there is room unless something else comes.</param>
    public IDisposable Use(bool isPlanned = false)
    {
        if (!isPlanned) _rivals++;
        if (_users++ == 0) LoadChanged();
        else Judge();
        return new Token(this, isPlanned);
    }

    /// <summary>One more backup may want so much of it, bytes a second.</summary>
    internal void Plan(double pace)
    {
        Strain.Plan(pace);
        Judge();
    }

    /// <summary>Nothing gets through from now on, until it was restored as often as cut.</summary>
    public void Cut()
    {
        if (_cuts++ == 0) Tell();
    }

    /// <summary>One cut ends.</summary>
    /// <exception cref="InvalidOperationException">It is not cut.</exception>
    public void Restore()
    {
        if (_cuts == 0) throw new InvalidOperationException($"{Name} is restored, but it was not cut");
        if (--_cuts == 0) Tell();
    }

    /// <summary>Slows it down from now on.</summary>
    public void Slow(Slowdown slowdown)
    {
        _slow.Begin(slowdown);
        Tell();
    }

    /// <summary>One slowdown ends.</summary>
    public void Quicken(Slowdown slowdown)
    {
        _slow.End(slowdown);
        Tell();
    }

    internal void Serve(Route route) => _routes.Add(route);

    private void Tell()
    {
        Tidy();
        foreach (Route route in _routes) route.Refresh();
    }

    private void Tidy()
    {
        Refresh();
        Settle();
        Judge();
    }

    private void Judge()
    {
        if (Bulk is null || Strain.Planned == 0) return;
        Strain.Set(_rivals > 0 || IsCut || _slow.Bandwidth > 1 || Strain.Planned + _inStep.Sum(log => log.Count * log.PeakWanted) > Bandwidth * (1 + FairShare.Hair));
    }

    /// <summary>Gives bulk what there is now, and has that done again at the next step of the logs.</summary>
    private void Refresh()
    {
        _inUse?.End();
        _inUse = null;
        if (Bulk is null) return;
        if (IsCut) Bulk.Change(0);
        else if (_users == 0) Bulk.Change(Bandwidth);
        else
        {
            _inUse = _world.Forever.Child();
            _inUse.Start(KeepUp(_inUse, Adjust()));
        }
    }

    private async Process KeepUp(Lifetime life, Instant next)
    {
        while (!next.IsNever)
        {
            await life.WaitUntil(next);
            next = Adjust();
        }
    }

    /// <summary>Until the next step bulk gets what the logs leave in the mean, so that their volume is exact at its end.</summary>
    private Instant Adjust()
    {
        Instant now = _world.Now, next = _inStep.Select(log => log.StepAt(now).Until).DefaultIfEmpty(Instant.Never).Min();
        double load = next.IsNever ? _inStep.Sum(log => log.Count * log.StepAt(now).Rate) : _inStep.Sum(log => log.Between(now, next)) / (next - now).TotalSeconds;
        Bulk!.Change(Math.Max(Bandwidth - load, LeastForBulk * Bandwidth));
        return next;
    }

    private sealed class Token(Lane lane, bool isPlanned) : IDisposable
    {
        private bool _isOver;

        public void Dispose()
        {
            if (_isOver) return;
            _isOver = true;
            if (!isPlanned) lane._rivals--;
            if (--lane._users == 0) lane.Tidy();
            else lane.Judge();
        }
    }
}
