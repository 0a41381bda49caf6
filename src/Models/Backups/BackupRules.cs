using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>What the backups of one database ask of each other.</summary>
internal static class BackupRules
{
    /// <summary>Checks them together.</summary>
    /// <param name="fields">The database's keys.</param>
    /// <param name="backups">Its backups.</param>
    /// <param name="standbys">Names of its standbys.</param>
    public static void Check(Fields fields, IReadOnlyList<Named<BackupPolicy>> backups, IReadOnlyList<string> standbys)
    {
        List<Named<BackupPolicy>> layers = [.. backups.Where(backup => backup.Value is Layer)];
        foreach (Named<BackupPolicy> backup in layers)
        {
            string from = Of(backup).Schedule.From, at = $"backups.{backup.Name}.from";
            if (from.Length == 0) continue;
            fields.Check(standbys.Contains(from) || layers.Exists(other => other.Name == from), at, "source of its own database",
                () => $"{backup.Name} is made from {from}, which is no standby of this database, and no backup of it that is made of points");
            fields.Check(!standbys.Contains(from) || !layers.Exists(other => other.Name == from), at, "source of one meaning",
                () => $"{from} is a standby and a backup: give one of them another name");
            fields.Check(Of(backup) is not (Copy or Incremental or Differential) || layers.Exists(other => other.Name == from), at, "made from another backup",
                () => $"{backup.Name} is made from another backup, and {from} is a standby");
            fields.Check(Of(backup) is not (Incremental or Differential) || layers.Where(other => other.Name == from).All(other => Of(other) is Full or Snapshot or Copy), at, "base that is whole",
                () => $"{backup.Name} needs full copies to build on, and {from} has none of its own");
            fields.Check(Of(backup) is Copy or Incremental or Differential || layers.Where(other => other.Name == from).All(other => Of(other) is not LogShipping) || Of(backup) is LogShipping, at, "copy of a log",
                () => $"{backup.Name} is a full copy and {from} is a log: copy a log with 'kind: copy'");
            fields.Check(Of(backup) is not LogShipping || standbys.Contains(from), at, "log of a database",
                () => $"{backup.Name} ships the log of a database, and {from} is a backup: copy it with 'kind: copy'");
        }
        fields.Check(Order.ByNeeds(layers, layer => layer.Name, Sources) is not null, "backups", "cyclic backups",
            () => $"the backups are made from each other in a circle: {string.Join(" -> ", Order.Cycle(layers, layer => layer.Name, Sources))}");
    }

    private static Layer Of(Named<BackupPolicy> backup) => (Layer)backup.Value;

    private static IReadOnlyList<string> Sources(Named<BackupPolicy> backup) => Of(backup).Schedule.From is { Length: > 0 } from ? [from] : [];
}
