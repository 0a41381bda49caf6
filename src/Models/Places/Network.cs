using Simulator.Models.Distributions;

namespace Simulator.Models.Places;

/// <summary>All routes of a trial, made when somebody asks for one.</summary>
public sealed class Network(World world)
{
    private readonly Dictionary<(Zone, Zone), Route> _routes = [];

    /// <summary>The way from one zone to another; the same object each time.</summary>
    public Route Between(Zone from, Zone to)
    {
        if (_routes.TryGetValue((from, to), out Route? known)) return known;
        TimeSpan latency = from == to ? TimeSpan.Zero : world.Region(from.Region).Latency;
        var route = new Route(from, to, Delay.Always(latency), []);
        _routes.Add((from, to), route);
        return route;
    }
}
