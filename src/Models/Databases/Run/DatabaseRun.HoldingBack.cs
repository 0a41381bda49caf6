using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Run;

/// <content>
/// Commits cannot be acknowledged faster than the standbys that they wait for take them: what clients want to write beyond that is held back. Looked at
/// once a step of the workload, and only where a standby or its way has a limit at all.
/// </content>
public sealed partial class DatabaseRun
{
    private Instant? _heldSince;
    private Instant _heldFrom;
    private double _heldBytes;
    private Instant _looksAgain = Instant.Never;

    /// <summary>The rate to which writes are held back now; null where they are not.</summary>
    private double? HeldTo(double factor)
    {
        CountHeld();
        double ceiling = factor > 0 ? _sync.Ceiling : double.PositiveInfinity;
        if (double.IsInfinity(ceiling))
        {
            EndHolding();
            return null;
        }
        RateStep step = Database.Writes.StepAt(Now, _world.Clock);
        if (!step.Until.IsNever && (_looksAgain <= Now || _looksAgain.IsNever))
        {
            _looksAgain = step.Until;
            _world.Forever.Start(LookAgain(step.Until));
        }
        if (factor * step.Rate <= ceiling)
        {
            EndHolding();
            return null;
        }
        _heldSince ??= Now;
        _heldFrom = Now;
        return ceiling;
    }

    /// <summary>The share of a link that it may use has changed.</summary>
    internal void LaneChanged() => Touch();

    private void CountHeld()
    {
        if (_heldSince is null) return;
        _heldBytes += Math.Max(0, Log.WantedBetween(_heldFrom, Now) - (Log.At(Now) - Log.At(_heldFrom)));
        _heldFrom = Now;
    }

    private void EndHolding()
    {
        if (_heldSince is not { } since) return;
        _world.Journal.Write(new WritesHeldBack(Now, Name, Number, since, _heldBytes));
        (_heldSince, _heldBytes) = (null, 0);
    }

    private async Process LookAgain(Instant at)
    {
        await _world.Forever.WaitUntil(at);
        Touch();
    }

    /// <summary>Whether a standby, or the way to it, has a limit that it may meet without any fault: then it has to be followed from the start.</summary>
    internal static bool MayBeHeldUp(World world, Database database, int number) => database.Standbys.Any(standby => standby.Value.Apply is not null
        || Enumerable.Range(0, standby.Value.Count).Any(which => world.Network.Between(database.Zone.At(number, world.Region(database.Zone.Region)),
            standby.Value.At(number, which, world.Region(standby.Value.Zone.Region))).Lane?.Bulk is not null));
}
