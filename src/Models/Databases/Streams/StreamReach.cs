using Simulator.Models.Backups;
using Simulator.Models.Databases.Run;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Streams;

/// <summary>Finds the change streams that something happens to, and has their databases followed from then on.</summary>
internal static class StreamReach
{
    /// <summary>Has every database followed that has a stream of some kind.</summary>
    public static void Wake(World world, Func<ChangeStream, Database, bool> wanted)
    {
        foreach (Named<Database> databases in world.Scenario.Databases)
        {
            if (!databases.Value.Backups.Any(backup => backup.Value is ChangeStream stream && wanted(stream, databases.Value))) continue;
            for (int number = 0; number < databases.Value.Count; number++) world.Database(databases.Name, number);
        }
    }

    /// <summary>The streams whose sink goes with some zones, or places in them: it stands there, or they were the last of what it, or its store, is spread over.</summary>
    public static List<StreamRun> In(World world, Missing missing, IReadOnlyList<Zone> zones) =>
        zones.Count == 0 ? [] : Where(world, stream => stream.IsPlaced && missing.Goes(stream.Sink, zones));

    /// <summary>The streams into some stores.</summary>
    public static List<StreamRun> Into(World world, Func<string, bool> wanted) => Where(world, stream => stream.Store.Length > 0 && wanted(stream.Store));

    private static List<StreamRun> Where(World world, Func<StreamRun, bool> holds)
    {
        if (!world.Scenario.Databases.Any(databases => databases.Value.Backups.Any(backup => backup.Value is ChangeStream { IsPlaced: true }))) return [];
        Wake(world, (stream, _) => stream.IsPlaced);
        List<StreamRun> found = [];
        foreach (Named<Database> databases in world.Scenario.Databases)
            for (int number = 0; number < databases.Value.Count; number++)
                if (world.Known(databases.Name, number) is { } database) found.AddRange(database.Streams.Where(holds));
        return found;
    }
}
