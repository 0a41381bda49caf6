using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Places;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Run;

/// <content>
/// Commits cannot be acknowledged faster than the standbys that they wait for, and the primary's own disk, take them: what clients want to write beyond that is held back. Looked at
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
        double ceiling = factor > 0 ? Math.Min(_sync.Ceiling, (Database.Disk?.BytesPerSecond ?? double.PositiveInfinity) / Primary.Slowdowns.Bandwidth) : double.PositiveInfinity;
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
    internal static bool MayBeHeldUp(World world, Database database, int number) => Reaches(world, database, number) || BacksUpOver(world, database, number);

    private static bool Reaches(World world, Database database, int number) => database.Standbys.Any(standby => standby.Value.Apply is not null
        || Enumerable.Range(0, standby.Value.Count).Any(which => world.Network.Between(database.Zone.At(number, world.Region(database.Zone.Region)),
            standby.Value.At(number, which, world.Region(standby.Value.Zone.Region))).Lane?.Bulk is not null));

    /// <summary>Whether a backup of it crosses a link with a bandwidth, or goes to a store that takes only so much.</summary>
    private static bool BacksUpOver(World world, Database database, int number) => database.Backups.Any(backup => backup.Value is Layer layer && layer.To is var to
        && (world.Store(to).Store.Write is not null || world.Store(to).Store.Replica is { } second && (world.Store(second.Store).Store.Write is not null || Crosses(world, world.Store(to).Store.Place, world.Store(second.Store).Store.Place))
            || Sources(world, database, layer, number).Any(from => Crosses(world, from, world.Store(to).Store.Place))));

    /// <summary>Where the points of a layer may come from: a store, a standby, or the primary.</summary>
    private static IEnumerable<Zone> Sources(World world, Database database, Layer layer, int number)
    {
        string from = layer.Schedule.From;
        if (layer is Backups.Copy && database.Backups.Where(backup => backup.Name == from).Select(backup => backup.Value).FirstOrDefault() is Layer source) return [world.Store(source.To).Store.Place];
        return database.Standbys.Where(standby => standby.Name == from).Select(standby => standby.Value.At(number, 0, world.Region(standby.Value.Zone.Region)))
            .Append(database.Zone.At(number, world.Region(database.Zone.Region)));
    }

    private static bool Crosses(World world, Zone from, Zone to) => Network.CanReach(world.Scenario.Links, from, to) && world.Network.Between(from, to).Lane?.Bulk is not null;
}
