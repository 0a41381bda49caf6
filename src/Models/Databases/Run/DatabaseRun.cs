using Simulator.Models.Backups;
using Simulator.Models.Databases.Log;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <summary>One database in one trial. It is made when something happens to it: until then it is a function of time like all its kind.</summary>
public sealed class DatabaseRun(World world, Named<Database> databases, int number)
{
    /// <summary>The databases' name in the scenario.</summary>
    public string Name => databases.Name;

    /// <summary>Its number, from 0.</summary>
    public int Number => number;

    /// <summary>Its record.</summary>
    public Database Database => databases.Value;

    /// <summary>The log of the copy that takes writes.</summary>
    public WrittenLog Log { get; private set; } = new(databases.Value.Writes, world.Clock);

    /// <summary>Where the copy stands that takes writes.</summary>
    public Zone ServingZone { get; private set; } = databases.Value.Zone.At(number, world.Region(databases.Value.Zone.Region));

    /// <summary>What its backups offer.</summary>
    public Protection Protection { get; } = new(world, databases, number);
}
