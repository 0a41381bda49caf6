using Simulator.Kernel;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Who can be read, where reads are followed.</content>
public sealed partial class DatabaseRun
{
    private readonly List<Arrangement> _arrangements = [];

    /// <summary>Who could be read, from the beginning of the run on; none where reads are not followed.</summary>
    internal IReadOnlyList<Arrangement> Arrangements => _arrangements;

    /// <summary>Something about who can be read may have changed now.</summary>
    private void NoteReadable()
    {
        if (Database.Reads is not { Store: null } reads) return;
        Zone reader = reads.At?.At(Number, _world.Region(reads.At.Region)) ?? Primary.Zone;
        bool IsReached(Copy copy) => copy is { IsUp: true, HasData: true } && !IsBarred(copy) && (copy.Zone == reader || CanReach(copy.Zone, reader));
        bool IsAwaited(Copy copy) => Runs ? _sync.Awaited.Contains(copy) : copy.WasAwaited;
        Arrangement now = new(Now, Primary.Zone, Runs && IsReached(Primary), !IsDegraded,
            [.. Following().Where(IsReached).Select(copy => new Readable(copy.Zone, copy.Role!, copy.Follower!, IsAwaited(copy)))]);
        if (_arrangements.Count > 0 && _arrangements[^1].From == Now) _arrangements.RemoveAt(_arrangements.Count - 1);
        _arrangements.Add(now);
    }
}
