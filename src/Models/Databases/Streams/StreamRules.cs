using Simulator.Models.Backups;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Streams;

/// <summary>What must fit together of a database and its change streams.</summary>
internal static class StreamRules
{
    /// <summary>Reports what does not.</summary>
    public static void Check(Fields fields, Database database)
    {
        foreach ((string name, BackupPolicy policy) in database.Backups)
        {
            if (policy is not ChangeStream stream) continue;
            double most = stream.MaxRate(database.WriteSize), mean = database.Writes.Mean;
            fields.Check(most > mean, $"backups.{name}", "stream slower than the writes", () =>
                $"{name} takes {new Quantities.DataRate(most)} at most (its throughput, or a batch a poll), but {new Quantities.DataRate(mean)} are written on the whole: it would never catch up");
        }
    }
}
