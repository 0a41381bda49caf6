using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases;

/// <summary>A second copy of a database that follows the primary and can take over.</summary>
/// <param name="Zone">Where it stands.</param>
/// <param name="Replication">How writes reach it.</param>
/// <param name="WaitsForStandby">Whether the primary stops taking writes while the standby is gone, rather than going on alone.</param>
public sealed record Standby(Placement Zone, ReplicationMode Replication, bool WaitsForStandby)
{
    /// <summary>How a standby is written.</summary>
    public static readonly Shape<Standby> Shape = new("standby", "A second copy that follows the primary and can take over.", fields => new Standby(
        fields.Required("zone", Placement.Syntax, "Where it stands."),
        fields.Required("replication", ReplicationMode.Syntax, "When a commit is acknowledged: remote apply waits until the standby has applied it."),
        fields.Optional("on loss of sync", Syntaxes.Choice("a choice", ("go on", false), ("wait", true)), "go on",
            "Amazon RDS goes on with the one copy that is left (RDS User Guide, Multi-AZ)",
            "Whether the primary goes on alone or waits when the standby is lost.")));
}
