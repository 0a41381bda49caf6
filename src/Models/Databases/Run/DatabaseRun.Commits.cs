using Simulator.Kernel;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Facts;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Single commits, where they are asked for.</content>
public sealed partial class DatabaseRun
{
    /// <summary>Counts the acknowledged commits that are lost because another copy, or an older state of the same, goes on.</summary>
    /// <param name="has">Up to where in the log it has everything.</param>
    /// <param name="successor">The standby that goes on; null where no standby does, and nothing that was under way matters.</param>
    private void CountLost(double has, Copy? successor)
    {
        if (Database.Commits is not { } commits) return;
        Copy[] asked = successor is null ? [] : [.. Asked()];
        int needed = Math.Min(_sync.Awaited.Count, asked.Length);
        Loss loss = new(Log, _lostAt ?? Now, has, successor is null ? TimeSpan.Zero : _world.Network.Between(Primary.Zone, successor.Zone).Latency, needed == 0 ? TimeSpan.Zero : _sync.Lead);
        (long lost, long unacknowledged) = LostCommits.Count(loss, Database.WriteSize.Bytes, [.. asked.Select(copy => Confirming(copy, commits))], needed, Luck("commits", "lost"));
        _world.Journal.Write(new CommitsLost(Now, Name, Number, (int)Math.Min(lost, int.MaxValue), (int)Math.Min(unacknowledged, int.MaxValue)));
    }

    /// <summary>The standbys whose answers a commit could use when the copy that took writes was lost.</summary>
    private IEnumerable<Copy> Asked() => Database.Acknowledge.InOrder
        ? _sync.Awaited
        : _copies.Where(copy => copy != Primary && copy.Role?.Replication.Waits == true && (copy.MissingSince is null || _sync.Awaited.Contains(copy)));

    private Confirming Confirming(Copy copy, Commits.Commits commits)
    {
        Route there = _world.Network.Between(Primary.Zone, copy.Zone), back = _world.Network.Between(copy.Zone, Primary.Zone);
        return new Confirming(there.Delay, commits.WorkUntil(copy.Role!.Replication.Awaits), back.Delay);
    }

    /// <summary>How long after a write was sent a standby's answer is there, in the mean.</summary>
    internal TimeSpan AnswerOf(Copy copy)
    {
        TimeSpan ways = 2 * copy.Follower!.Route.Latency;
        return Database.Commits is { } commits ? ways + commits.WorkUntil(copy.Role!.Replication.Awaits).Mean * copy.Slowdowns.Latency : ways;
    }
}
