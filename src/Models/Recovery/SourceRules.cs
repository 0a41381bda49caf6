using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>What plans ask of the backups and standbys that they restore from.</summary>
internal static class SourceRules
{
    /// <summary>Checks all plans of a scenario.</summary>
    /// <param name="fields">The top level of the file.</param>
    /// <param name="scenario">The scenario.</param>
    public static void Check(Fields fields, Scenario scenario)
    {
        List<Named<Standby>> standbys = [.. scenario.Databases.SelectMany(databases => databases.Value.Standbys)];
        HashSet<string> backups = [.. scenario.Databases.SelectMany(databases => databases.Value.Backups).Select(backup => backup.Name)];
        foreach ((string name, RecoveryPlan plan) in scenario.Recovery)
        {
            string at = $"recovery.{name}.from";
            List<Named<Standby>> late = [.. standbys.Where(standby => plan.From.Contains(standby.Name) && !backups.Contains(standby.Name))];
            fields.Check(late.Count == 0 || !plan.From.Any(backups.Contains), at, "standbys or backups",
                () => $"{late[0].Name} is a standby and the others are backups: make two plans, the one from the standby first");
            List<string> close = [.. late.Where(standby => standby.Value.ApplyDelay == TimeSpan.Zero).Select(standby => standby.Name).Distinct()];
            fields.Check(close.Count == 0, at, "standby that is kept behind",
                () => $"{string.Join(" and ", close)} applies a mistake as soon as it is made: give it an 'apply delay', or fail over to it");
        }
    }
}
