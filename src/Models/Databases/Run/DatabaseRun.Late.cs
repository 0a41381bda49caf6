using Simulator.Kernel;
using Simulator.Models.Backups;

namespace Simulator.Models.Databases.Run;

/// <content>Standbys that apply late, as a source of the past: they are halted before they have read a mistake, and brought to just before it.</content>
public sealed partial class DatabaseRun
{
    private readonly Dictionary<Copy, double> _halted = [];

    /// <summary>Standbys of some names apply nothing from now on, until the plan is through that needs them; what they receive they keep.</summary>
    /// <param name="names">The standbys' names; other names are passed over.</param>
    /// <param name="plan">As long as the plan is worked on. After it they are where they would have been.</param>
    public void Halt(IReadOnlyList<string>? names, Lifetime plan)
    {
        foreach (Copy copy in _copies)
            if (names?.Contains(copy.Kind) == true && IsThere(copy) && _halted.TryAdd(copy, copy.Follower!.AppliedAt(Now))) _world.Forever.Start(GoOn(copy, plan));
    }

    /// <summary>How long a standby has to apply until it shows a moment.</summary>
    /// <param name="point">The moment, of a standby.</param>
    public TimeSpan ReplayTo(RestorePoint point) =>
        Transfers.Time(Log.At(point.At) - Log.At(point.Base!.Value), Standing(point.Standby)?.Role?.Apply ?? Database.Restoring.Replay);

    /// <summary>The newest moment, not after another, that a standby can still be brought to; null where it has applied that much already.</summary>
    private RestorePoint? HeldBack(string name, Instant notAfter)
    {
        RestorePoint? best = null;
        foreach (Copy copy in _copies.Where(copy => copy.Kind == name && IsThere(copy)))
        {
            double wanted = Log.At(notAfter), has = PositionOf(copy), applied = _halted.GetValueOrDefault(copy, copy.Follower!.AppliedAt(Now));
            if (applied >= Math.Min(wanted, has)) continue;
            Instant to = has >= wanted ? notAfter : Log.MomentOf(has);
            if (best is null || to > best.At) best = new RestorePoint(to, Log.MomentOf(applied), "", name) { Standby = copy.Name };
        }
        return best;
    }

    private Copy? Standing(string name) => _copies.Find(copy => copy.Name == name && IsThere(copy));

    /// <summary>Whether a standby can be put to use by hand, whatever a controller may do with it.</summary>
    private bool IsThere(Copy copy) => copy != Primary && copy is { IsUp: true, HasData: true, Follower: not null, Role: not null }
        && !_world.Stopped.Has(copy.Zone) && !_world.Network.IsCutOff(copy.Zone);

    private async Process GoOn(Copy copy, Lifetime plan)
    {
        await _world.Forever.Until(plan.Ended);
        _halted.Remove(copy);
    }
}
