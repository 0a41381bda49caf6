using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Language;

namespace Simulator.Models.Stores.Blocks;

/// <summary>A database that is striped over volumes of which some are not whole: it is made, and stops, when one of them takes no reads and writes.</summary>
/// <param name="world">The trial's world.</param>
/// <param name="databases">Its collection.</param>
/// <param name="number">Its number.</param>
internal sealed class Stripe(World world, Named<Database> databases, int number)
{
    private readonly HashSet<int> _hit = [];
    private DatabaseRun? _database;
    private Copy? _copy;
    private int _stuck;

    public string Databases => databases.Name;

    public int Number => number;

    /// <summary>Whether one of its volumes is lost, and so all that it held.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether a volume is whole.</summary>
    public bool IsWhole(int volume) => !_hit.Contains(volume);

    /// <summary>Something has happened to a volume.</summary>
    public HitVolume Hit(int volume, double position)
    {
        _hit.Add(volume);
        return new HitVolume(this, volume) { Position = position };
    }

    /// <summary>A volume takes no reads and writes from now on.</summary>
    public void Stick(HitVolume volume, Occurrence fault)
    {
        if (volume.IsStuck || IsLost) return;
        volume.IsStuck = true;
        if (_stuck++ > 0) return;
        _database ??= world.Database(databases.Name, number);
        _copy ??= _database.Copies[0];
        world.Journal.Write(new DatabaseStuck(world.Now, databases.Name, number));
        // What waits in memory or in a cache is not lost: it is written as soon as the volume takes it.
        _database.Stop(_copy, WriteBuffer.Memory, fault);
    }

    /// <summary>A volume is whole again.</summary>
    public void Release(HitVolume volume)
    {
        _hit.Remove(volume.Number);
        if (!volume.IsStuck || IsLost) return;
        volume.IsStuck = false;
        if (--_stuck == 0) GoOn();
    }

    /// <summary>A volume is lost, and the primary's data with it.</summary>
    public void Lose(Occurrence fault)
    {
        if (IsLost) return;
        IsLost = true;
        _database ??= world.Database(databases.Name, number);
        _copy ??= _database.Copies[0];
        _database.Destroy(_copy, fault);
        world.Journal.Write(new StripeLost(world.Now, databases.Name, number));
        if (_stuck > 0) GoOn();
    }

    private void GoOn()
    {
        world.Journal.Write(new DatabaseUnstuck(world.Now, databases.Name, number));
        _database!.Start(_copy!);
    }
}
