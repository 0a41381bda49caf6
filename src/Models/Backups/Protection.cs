using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;
using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>What one database's backups offer in one trial: which moments it can be brought back to, and when.</summary>
/// <param name="world">The trial's world.</param>
/// <param name="databases">The databases.</param>
/// <param name="number">The database's number.</param>
public sealed class Protection(World world, Named<Database> databases, int number)
{
    /// <summary>The newest point to go back to; null where nothing is left.</summary>
    /// <param name="notAfter">The point may not be later than this.</param>
    /// <param name="asOf">The moment at which it must be usable.</param>
    /// <param name="from">Names of the backups to look at, a full copy before the log that rolls it forward; null for all, in the order of the file.</param>
    public RestorePoint? Newest(Instant notAfter, Instant asOf, IReadOnlyList<string>? from = null)
    {
        RestorePoint? best = null;
        foreach (string name in from ?? [.. databases.Value.Backups.Select(backup => backup.Name)])
        {
            BackupPolicy? policy = databases.Value.Backups.Where(backup => backup.Name == name).Select(backup => backup.Value).FirstOrDefault();
            if (policy is ChangeStream && world.Known(databases.Name, number)?.Streams.FirstOrDefault(stream => stream.Who.Name == name) is { } followed) best = followed.Offer(best, notAfter, asOf);
            else if (policy is not null) best = policy.Offer(best, name, notAfter, asOf, OffsetOf(name, policy));
        }
        return best;
    }

    /// <summary>When the points of one backup are cut: drawn once per trial in [0, every), as the fault meets the cadence at any phase.</summary>
    internal TimeSpan OffsetOf(string backup, BackupPolicy policy)
    {
        RandomStream phase = world.Streams.Get($"{databases.Name}.{backup}", "offset").For((ulong)number);
        return TimeSpan.FromTicks((long)(phase.NextUniform() * policy.Every.Ticks));
    }
}
