using Simulator.Models.Faults.Timings;

namespace Simulator.Models.Faults;

/// <summary>
/// What kind of disruption a fault is to a planner who states objectives: the four of AWS Resilience Hub (application, infrastructure, availability zone, region;
/// its user guide, "Resiliency policies"), and three that its outages ask for.
/// </summary>
public enum DisruptionKind
{
    /// <summary>Software fails by itself: a process, a dependency, a mistake in the data of all copies.</summary>
    Software,

    /// <summary>Something smaller than a zone fails: a disk, a node, a building, a link, a store.</summary>
    Hardware,

    /// <summary>A zone is gone or cut off.</summary>
    Zone,

    /// <summary>A whole region is.</summary>
    Region,

    /// <summary>Somebody with the rights for it does harm, by mistake or on purpose.</summary>
    Operator,

    /// <summary>Some tenants ask for more than their share.</summary>
    Tenant,

    /// <summary>A change goes out that is wrong: of software, or of a schema.</summary>
    Rollout,
}

/// <summary>Kinds of disruption in words and of faults.</summary>
public static class DisruptionKinds
{
    /// <summary>All of them, in the order in which tables have them.</summary>
    public static readonly IReadOnlyList<DisruptionKind> All = Enum.GetValues<DisruptionKind>();

    /// <summary>As in a policy: "zone".</summary>
    public static string Word(this DisruptionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>What a fault is in a scenario; of faults that a record tells, of each line. What the law wants is none.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="scenario">The scenario, in which everything it mentions is defined.</param>
    public static IReadOnlyList<DisruptionKind> Of(Fault fault, Scenario scenario) => fault is Deletion { Lawful: true } ? []
        : fault is Disruption { When: Traced told } disruption ? [.. told.Rows.Select(row => (disruption with { Target = row.Target }).KindIn(scenario)).Distinct().Order()]
        : [fault.KindIn(scenario)];

    /// <summary>What harm to a target is, as far as the target alone tells.</summary>
    internal static DisruptionKind Of(Target target, Scenario scenario) => target.In(scenario) switch
    {
        Scope.Zones when target.Second.Length == 0 => DisruptionKind.Region,
        Scope.Zones when target.Second.Contains('.', StringComparison.Ordinal) => DisruptionKind.Hardware, // a building, a rack, a node
        Scope.Zones => DisruptionKind.Zone,
        Scope.Account => DisruptionKind.Operator,
        Scope.Tenants => DisruptionKind.Tenant,
        Scope.Dependency or Scope.Databases or Scope.Cells => DisruptionKind.Software,
        _ => DisruptionKind.Hardware,
    };
}
