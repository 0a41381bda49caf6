using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Run;

/// <content>Its change streams, of those that something can happen to; the others are functions of time whatever happens.</content>
public sealed partial class DatabaseRun
{
    private readonly List<StreamRun> _streams = [];

    /// <summary>Its change streams that are followed.</summary>
    public IReadOnlyList<StreamRun> Streams => _streams;

    /// <summary>Whether log that is kept for a stream fills the disk.</summary>
    private bool LogDiskIsFull => _streams.Exists(stream => stream.LogDiskIsFull.IsTrue);

    private void FollowStreams()
    {
        foreach (Named<BackupPolicy> backup in Database.Backups)
        {
            if (backup.Value is not ChangeStream stream || !StreamRun.IsFollowed(stream, Database)) continue;
            StreamRun run = new(_world, new FollowerName(Name, Number, backup.Name), Database, Bytes, Log, Primary.Zone, Protection.OffsetOf(backup));
            _streams.Add(run);
            if (Database.LogDisk is not null) _world.Forever.Start(ObeyLogDisk(run));
        }
    }

    /// <summary>Nothing is written while the log disk is full.</summary>
    private async Process ObeyLogDisk(StreamRun stream)
    {
        while (true)
        {
            await _world.Forever.Until(stream.LogDiskIsFull);
            _why = "log disk full";
            Touch();
            await _world.Forever.Until(stream.LogDiskHasRoom);
            if (!LogDiskIsFull) _how = "its log disk has room again";
            Touch();
        }
    }
}
