using Simulator.Models.Databases.Replication;
using Simulator.Models.Language;

namespace Simulator.Models.Databases;

/// <summary>What must hold between the standbys of a database.</summary>
internal static class StandbyRules
{
    internal static void Check(Fields fields, Database database)
    {
        IReadOnlyList<Named<Standby>> standbys = database.Standbys;
        int awaited = standbys.Where(standby => standby.Value.Replication.Waits).Sum(standby => standby.Value.Count);
        fields.Check((database.Acknowledge.Needed ?? 0) <= awaited, "acknowledge", "answers of standbys that are waited for",
            () => $"'{database.Acknowledge}' needs more answers than there can be: commits wait for {awaited} of the standbys; ask for fewer, or let more of them be waited for by their replication");
        fields.Check(standbys.All(standby => standby.Name != Faults.Target.Primary), "standbys", "standby called primary", () => "the name primary is taken, it means the copy that takes writes: give the standby another");
        fields.Check(standbys.All(standby => standby.Name != Faults.Target.Cells), "standbys", "standby called cells", () => "the name cells is taken, it means groups of databases that share their fate: give the standby another");
        foreach ((string name, Standby standby) in standbys)
        {
            bool isFirst = standby.Follows.Length == 0;
            fields.Check(isFirst || standbys.Any(other => other.Name == standby.Follows), $"standbys.{name}.follows", "standby that follows a standby",
                () => $"no '{standby.Follows}' among the standbys, which are {string.Join(", ", standbys.Select(other => other.Name))}");
            fields.Check(isFirst || !standby.Replication.Waits, $"standbys.{name}.follows", "commit that waits for a cascade",
                () => $"no commit waits for {name}, which gets its log from {standby.Follows}: make it async or logical, or let it follow the primary");
        }
        IReadOnlyList<string> circle = Order.Cycle(standbys, standby => standby.Name, standby => [standby.Value.Follows]);
        fields.Check(circle.Count == 0, "standbys", "standbys that follow each other", () => $"the standbys follow each other in a circle, {string.Join(" -> ", circle)}: let one of them follow the primary");
    }
}
