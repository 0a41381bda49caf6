using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Distributions;

namespace Simulator.Models.Places;

/// <summary>The way of bytes from one zone to another, in one direction.</summary>
public sealed class Route
{
    private static readonly IDisposable s_nothing = new Nothing();

    private readonly Network _network;
    private readonly Lane? _lane;
    private readonly TimeSpan _latency;
    private readonly List<Action> _watchers = [];

    internal Route(Network network, Zone from, Zone to, Delay delay, Lane? lane)
    {
        (_network, From, To, Delay, _lane) = (network, from, to, delay, lane);
        _latency = delay.Quantile(0.5);
        Over = lane?.Bulk is { } bulk ? [bulk] : [];
        Latency = Slowed();
        lane?.Serve(this);
        Refresh();
    }

    /// <summary>Where it begins.</summary>
    public Zone From { get; }

    /// <summary>Where it ends.</summary>
    public Zone To { get; }

    /// <summary>One-way delay of a single message where nothing slows it down, for those who follow single transactions; times <see cref="Slowness"/> it is the present one.</summary>
    public Delay Delay { get; }

    /// <summary>How many times longer than by itself a message takes now, 1 or more.</summary>
    public double Slowness => _lane?.Delay ?? 1;

    /// <summary>One-way delay of a stream now: the median of <see cref="Delay"/>, times <see cref="Slowness"/>.</summary>
    public TimeSpan Latency { get; private set; }

    /// <summary>What bulk transfers on it share; empty where bandwidth never matters. Say <see cref="Use"/> while something moves.</summary>
    public IReadOnlyList<Capacity> Over { get; }

    /// <summary>The direction of the link that it takes; null where zones of one region need none.</summary>
    public Lane? Lane => _lane;

    /// <summary>Whether messages get through.</summary>
    public Condition Up { get; } = new(initially: true);

    /// <summary>Whether no message gets through: the opposite of <see cref="Up"/>, for those who wait for it.</summary>
    public Condition Down { get; } = new();

    /// <summary>Something moves over it in bulk, until the token is disposed: <c>using IDisposable use = route.Use();</c></summary>
    /// <param name="isPlanned">Whether it is a backup, for which there is room unless something else comes.</param>
    public IDisposable Use(bool isPlanned = false) => _lane?.Use(isPlanned) ?? s_nothing;

    /// <summary>Moves bytes over it and what they cross beside it; while it is down they wait, and what has arrived stays.</summary>
    /// <param name="life">Through whom the move is waited for.</param>
    /// <param name="bytes">How many, not negative.</param>
    /// <param name="cap">What it takes at most, bytes a second, above zero; may be infinite.</param>
    /// <param name="also">Capacities that it crosses beside those of the route.</param>
    /// <param name="isPlanned">Whether it is a backup, for which there is room unless something else comes.</param>
    /// <param name="begun">Is shown what flows, once it does.</param>
    public async Process Move(Lifetime life, double bytes, double cap, IReadOnlyList<Capacity>? also = null, bool isPlanned = false, Action<Flow>? begun = null)
    {
        Capacity[] over = [.. Over, .. also ?? []];
        if (over.Length == 0 && double.IsInfinity(cap))
        {
            await life.Until(Up);
            return;
        }
        using IDisposable use = Use(isPlanned);
        Current current = new(life.Simulation, over, Up.IsTrue ? cap : 0);
        begun?.Invoke(current.Passed);
        void Turn() => current.SetCap(Up.IsTrue ? cap : 0);
        Watch(Turn);
        try
        {
            while (current.Passed.At(life.Now) < bytes) await life.UntilChange(current, current.Passed.MomentOf(bytes));
        }
        finally
        {
            Unwatch(Turn);
            current.Close();
        }
    }

    /// <summary>Calls somebody each time it goes up or down, or its speed changes, after that has happened.</summary>
    internal void Watch(Action watcher) => _watchers.Add(watcher);

    internal void Unwatch(Action watcher) => _watchers.Remove(watcher);

    /// <summary>Takes over what the network and its lane have become.</summary>
    internal void Refresh()
    {
        bool isUp = !_network.IsCut(this) && _lane?.IsCut != true;
        Up.Set(isUp);
        Down.Set(!isUp);
        Latency = Slowed();
        foreach (Action watcher in _watchers.ToArray()) watcher();
    }

    private TimeSpan Slowed() => Slowness == 1 ? _latency : TimeSpan.FromTicks((long)Math.Ceiling(_latency.Ticks * Slowness));

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
