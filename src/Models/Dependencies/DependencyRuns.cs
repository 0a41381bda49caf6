using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Dependencies;

/// <summary>Which dependencies can be had in one trial, and who has to know when that changes.</summary>
public sealed class DependencyRuns
{
    private readonly World _world;
    private readonly Dictionary<string, Dependency> _all;
    private readonly Dictionary<string, int> _taken = [];
    private readonly HashSet<string> _away = [];

    /// <summary>All can be had.</summary>
    public DependencyRuns(World world)
    {
        _world = world;
        _all = world.Scenario.Dependencies.ToDictionary(dependency => dependency.Name, dependency => dependency.Value);
        if (_all.Count > 0) world.Stopped.Watch(Look);
    }

    /// <summary>Whether a dependency can be had in a place: it is not taken away, its place runs, and there is a way to it.</summary>
    public bool IsThere(string name, Zone from) => !_away.Contains(name) && (PlaceOf(name) is not { } place
        || !Network.CanReach(_world.Scenario.Links, from, place) || _world.Network.Between(from, place).Up.IsTrue);

    /// <summary>Nobody has it from now on, until it was returned as often.</summary>
    public void Take(string name)
    {
        _taken[name] = _taken.GetValueOrDefault(name) + 1;
        Look();
    }

    /// <summary>One cause of its absence has ended.</summary>
    public void Return(string name)
    {
        _taken[name]--;
        Look();
    }

    /// <summary>Those that belong to an account.</summary>
    public IReadOnlyList<string> OwnedBy(string account) => [.. _world.Scenario.Dependencies.Where(dependency => dependency.Value.Account == account).Select(dependency => dependency.Name)];

    private Zone? PlaceOf(string name) => _all[name].In is { } place ? new Zone(place.Region, place.Zone) : null;

    private void Look()
    {
        foreach (Named<Dependency> dependency in _world.Scenario.Dependencies)
        {
            bool isAway = _taken.GetValueOrDefault(dependency.Name) > 0 || (PlaceOf(dependency.Name) is { } place && _world.Stopped.Has(place));
            if (isAway == _away.Contains(dependency.Name)) continue;
            if (isAway) _away.Add(dependency.Name);
            else _away.Remove(dependency.Name);
            _world.Journal.Write(isAway ? new DependencyLost(_world.Now, dependency.Name) : new DependencyBack(_world.Now, dependency.Name));
            _world.Queues.Tell(dependency.Name, !isAway);
            foreach (Named<Database> databases in _world.Scenario.Databases.Where(databases => databases.Value.MayNeed(dependency.Name)))
                for (int number = 0; number < databases.Value.Count; number++) _world.Database(databases.Name, number).NeedsChanged(isAway);
        }
    }
}
