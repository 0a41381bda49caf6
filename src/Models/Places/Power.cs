namespace Simulator.Models.Places;

/// <summary>Which zones run.</summary>
public sealed class Power
{
    private readonly Dictionary<Zone, int> _stops = [];

    /// <summary>Whether a zone runs.</summary>
    public bool IsOn(Zone zone) => _stops.GetValueOrDefault(zone) == 0;

    /// <summary>A zone stops, until it was started as often as stopped.</summary>
    public void Stop(Zone zone) => _stops[zone] = _stops.GetValueOrDefault(zone) + 1;

    /// <summary>One cause of its standing still has ended.</summary>
    public void Start(Zone zone) => _stops[zone]--;
}
