using Simulator.Models.Faults;

namespace Simulator.Models.Databases.Run;

/// <content>
/// Copies that run and have their data, and that nobody gets into all the same: a certificate has expired, a credential is lost, or something that they need is away. Log still flows to
/// the standbys, and disks can still be copied.
/// </content>
public sealed partial class DatabaseRun
{
    /// <summary>Nobody gets into a copy from now on, until it was unbarred as often.</summary>
    public void Bar(Copy copy, Occurrence fault)
    {
        Freeze();
        copy.Bars++;
        Struck(fault);
    }

    /// <summary>One cause of that has ended.</summary>
    public void Unbar(Copy copy)
    {
        copy.Bars--;
        _gaveUp = false;
        Touch();
    }

    /// <summary>Something that it may need is gone, or there again.</summary>
    internal void NeedsChanged(bool isAway)
    {
        if (isAway) _world.Latest?.Hit(this);
        Freeze();
        _gaveUp = false;
        Touch();
    }

    private bool IsBarred(Copy copy)
    {
        if (copy.Bars > 0) return true;
        foreach (string needed in copy.Needs)
            if (!_world.Dependencies.IsThere(needed, copy.Zone)) return true;
        return false;
    }
}
