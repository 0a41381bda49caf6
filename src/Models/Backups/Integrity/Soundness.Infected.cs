using Simulator.Kernel;

namespace Simulator.Models.Backups.Integrity;

/// <content>
/// Points that show what was bad already when they were cut: made while an intruder was in, or read from a copy whose disk was bad. No audit sees it, because they are what was stored; a restore does.
/// </content>
internal sealed partial class Soundness
{
    /// <summary>Whether a point was cut from what was bad; of layers that are made from others those tell.</summary>
    private bool IsInfected(Point point)
    {
        if (layer.CopiedFrom is not null) return false;
        foreach (Infection infection in protection.Infections)
            if (infection.From <= point.Cut && point.Cut < infection.To && (infection.Source.Length == 0 || (infection.Source == layer.ReadFrom && !layer.IsLog))
                && (infection.Clean <= 0 || protection.Luck(layer, "clean", point.Index) >= infection.Clean)) return true;
        return false;
    }
}
