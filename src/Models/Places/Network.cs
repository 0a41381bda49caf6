using Simulator.Models.Databases;
using Simulator.Models.Databases.Log;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>All routes of a trial, made when somebody asks for one, and what cuts them.</summary>
public sealed class Network
{
    private readonly World _world;
    private readonly Dictionary<(Zone, Zone), Route> _known = [];
    private readonly List<Route> _routes = [];
    private readonly Dictionary<string, Lane[]> _lanes = [];
    private readonly Dictionary<Zone, int> _cuts = [];
    private readonly List<Action> _cutWatchers = [];

    internal Network(World world)
    {
        _world = world;
        foreach (Named<Link> link in world.Scenario.Links)
            _lanes.Add(link.Name, [NewLane(link, 0), NewLane(link, 1)]);
        Population = new Population(world, this);
    }

    /// <summary>The logs of all standbys that nothing has happened to yet.</summary>
    internal Population Population { get; }

    /// <summary>The link from one zone to another in a scenario: one that names zones before one that names their regions, else the first in the file; null where none connects them.</summary>
    public static Named<Link>? LinkBetween(IReadOnlyList<Named<Link>> links, Zone from, Zone to)
    {
        Named<Link>? best = null;
        foreach (Named<Link> link in links)
            if (link.Value.Fit(from, to) > (best?.Value.Fit(from, to) ?? 0)) best = link;
        return best;
    }

    /// <summary>Whether there is a way from one zone to another: zones of one region need no link.</summary>
    public static bool CanReach(IReadOnlyList<Named<Link>> links, Zone from, Zone to) => from.Region == to.Region || LinkBetween(links, from, to) is not null;

    /// <summary>The way from one zone to another; the same object each time.</summary>
    /// <exception cref="ArgumentException">No link connects their regions, which a scenario must not ask for.</exception>
    public Route Between(Zone from, Zone to)
    {
        if (_known.TryGetValue((from, to), out Route? known)) return known;
        Route route = New(from, to);
        _known.Add((from, to), route);
        _routes.Add(route);
        return route;
    }

    /// <summary>One direction of a link.</summary>
    /// <param name="link">The link's name.</param>
    /// <param name="to">The end that it leads to: 0 or 1.</param>
    public Lane Lane(string link, int to) => _lanes[link][to];

    /// <summary>Nothing gets into or out of a zone or region from now on, until it was restored as often as cut; inside of it all goes on.</summary>
    public void Cut(Zone place)
    {
        _cuts[place] = _cuts.GetValueOrDefault(place) + 1;
        if (_cuts[place] == 1) Tell(place);
    }

    /// <summary>One cut of a zone or region ends.</summary>
    /// <exception cref="InvalidOperationException">It is not cut.</exception>
    public void Restore(Zone place)
    {
        if (_cuts.GetValueOrDefault(place) == 0) throw new InvalidOperationException($"{place} is restored, but it was not cut off");
        _cuts[place]--;
        if (_cuts[place] == 0) Tell(place);
    }

    internal bool IsCut(Route route) =>
        route.From.Around().Concat(route.To.Around()).Any(place => _cuts.GetValueOrDefault(place) > 0 && place.Contains(route.From) != place.Contains(route.To));

    /// <summary>Whether nothing gets into or out of a zone, or of what it is part of.</summary>
    internal bool IsCutOff(Zone zone) => zone.Around().Any(place => _cuts.GetValueOrDefault(place) > 0);

    /// <summary>Calls somebody each time a place is cut off or can be reached again, after that has happened.</summary>
    internal void WatchCuts(Action watcher) => _cutWatchers.Add(watcher);

    private void Tell(Zone place)
    {
        foreach (Route route in _routes)
            if (place.Contains(route.From) != place.Contains(route.To)) route.Refresh();
        foreach (Action watcher in _cutWatchers) watcher();
    }

    private Route New(Zone from, Zone to)
    {
        if (from.Whole == to.Whole && from.Name.Length > 0) return new Route(this, from, to, Delay.None, lane: null);
        if (LinkBetween(_world.Scenario.Links, from, to) is { } link) return new Route(this, from, to, link.Value.Latency, Lane(link.Name, link.Value.EndOf(to)));
        return from.Region == to.Region
            ? new Route(this, from, to, Delay.Always(_world.Region(from.Region).Latency), lane: null)
            : throw new ArgumentException($"no link connects {from} and {to}");
    }

    private Lane NewLane(Named<Link> link, int to) =>
        new(_world, $"links.{link.Name} {link.Value.Between[1 - to]}->{link.Value.Between[to]}", link.Value.Bandwidth?.BytesPerSecond ?? double.PositiveInfinity);
}
