using Simulator.Models.Backups;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;
using Load = Simulator.Models.Recovery.Steps.Load;

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
            CheckParts(fields, scenario, name, plan);
            fields.Check(close.Count == 0, at, "standby that is kept behind",
                () => $"{string.Join(" and ", close)} applies a mistake as soon as it is made: give it an 'apply delay', or fail over to it");
        }
    }

    /// <summary>What is taken out and loaded must have been deleted or harmed; tables are shared by tenants.</summary>
    private static void CheckParts(Fields fields, Scenario scenario, string name, RecoveryPlan plan)
    {
        List<Named<Fault>> faults = [.. scenario.Faults.Where(fault => plan.Handles.Contains(fault.Name))];
        foreach (Named<Fault> fault in faults)
        {
            fields.Check(!plan.Steps.Any(step => step.Value is Extract or Load) || fault.Value.DeletesTenants || fault.Value.HarmsTables, $"recovery.{name}.handles", "plan for parts",
                () => $"{fault.Name} harms neither single tenants nor single tables, and {name} extracts and loads: put the databases back as a whole, with restore and open");
            fields.Check(!fault.Value.DeletesTenants || !Extract.IsByTables(plan), $"recovery.{name}.handles", "tenants by rows",
                () => $"{fault.Name} deletes tenants, who share their tables with others: extract them by rows");
        }
        foreach ((string step, Step replay) in plan.Steps)
            fields.Check(replay is not Replay { Stream: { } stream } || scenario.Databases.SelectMany(databases => databases.Value.Backups).All(backup => backup.Name != stream || backup.Value is ChangeStream),
                $"recovery.{name}.steps.{step}.stream", "replay of a change stream", () => "what is replayed are changes, in their order: name a backup with 'kind: change stream'");
    }
}
