namespace Simulator.Models.Places;

/// <summary>
/// Places that are missing: they stand still, or were destroyed. One misses as soon as it was taken itself, or what it is part of, or all the places in it:
/// all zones of a region, all buildings of a zone.
/// </summary>
public sealed class Missing(Scenario scenario)
{
    private readonly Dictionary<Zone, int> _taken = [];
    private readonly List<Action> _watchers = [];

    /// <summary>Whether a place is missing.</summary>
    public bool Has(Zone zone) => zone.Around().Any(IsTaken) || IsEmpty(zone);

    /// <summary>A place is taken, until it was returned as often.</summary>
    public void Take(Zone zone) => Change(zone, +1);

    /// <summary>One cause of its missing has ended.</summary>
    public void Return(Zone zone) => Change(zone, -1);

    /// <summary>Calls somebody each time a place is taken or returned, after that has happened.</summary>
    internal void Watch(Action watcher) => _watchers.Add(watcher);

    /// <summary>Whether what stands in a zone goes with some places that were taken: it is in one of them, or spread over places of which they were the last.</summary>
    internal bool Goes(Zone zone, IReadOnlyList<Zone> taken) => taken.Any(place => place.Contains(zone) || (zone.Contains(place) && Has(zone)));

    private void Change(Zone zone, int by)
    {
        _taken[zone] = _taken.GetValueOrDefault(zone) + by;
        foreach (Action watcher in _watchers) watcher();
    }

    private bool IsTaken(Zone zone) => _taken.GetValueOrDefault(zone) > 0;

    private bool IsEmpty(Zone zone)
    {
        IReadOnlyList<Zone> inside = scenario.Inside(zone);
        return inside.Count > 0 && inside.All(part => IsTaken(part) || IsEmpty(part));
    }
}
