namespace Simulator.Models.Places;

/// <summary>
/// Whether something that backups cross may have less room for them than they want: then they move in events, and feel each other and whatever else
/// crosses it. As long as it has room for all that is planned they are functions of time.
/// </summary>
internal sealed class Strain
{
    private readonly List<Action> _watchers = [];

    /// <summary>Whether it is so now.</summary>
    public bool IsOn { get; private set; }

    /// <summary>What all backups that cross it may want at once, bytes a second.</summary>
    public double Planned { get; private set; }

    /// <summary>One more may want so much, bytes a second; infinite where nothing but what it crosses holds it back.</summary>
    public void Plan(double pace) => Planned += pace;

    /// <summary>Calls somebody each time it begins or ends, after that has happened.</summary>
    public void Watch(Action watcher) => _watchers.Add(watcher);

    /// <summary>Says whether it is so from now on.</summary>
    public void Set(bool isOn)
    {
        if (IsOn == isOn) return;
        IsOn = isOn;
        foreach (Action watcher in _watchers.ToArray()) watcher();
    }
}
