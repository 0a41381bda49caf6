using Simulator.Models.Communication;
using Simulator.Models.Costs;
using Simulator.Models.Crews;
using Simulator.Models.Databases;
using Simulator.Models.Dependencies;
using Simulator.Models.Faults;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Queues;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Stores;
using Simulator.Models.Tenants;

namespace Simulator.Models;

/// <summary>Everything a trial needs to know of the world: what stands where, how it is protected, who shares it, what goes wrong, what people do.</summary>
/// <param name="Starts">The UTC moment at which the run starts; null where only relative time matters.</param>
/// <param name="Length">How long the run lasts.</param>
/// <param name="Regions">Regions and their zones.</param>
/// <param name="Stores">Where backups are kept.</param>
/// <param name="Databases">Collections of like databases.</param>
/// <param name="Tenants">Populations that share databases.</param>
/// <param name="Crews">People.</param>
/// <param name="Faults">What goes wrong.</param>
/// <param name="Recovery">What people do about it.</param>
public sealed record Scenario(
    DateTime? Starts,
    TimeSpan Length,
    IReadOnlyList<Named<Region>> Regions,
    IReadOnlyList<Named<Store>> Stores,
    IReadOnlyList<Named<Database>> Databases,
    IReadOnlyList<Named<TenantPopulation>> Tenants,
    IReadOnlyList<Named<CrewPlan>> Crews,
    IReadOnlyList<Named<Fault>> Faults,
    IReadOnlyList<Named<RecoveryPlan>> Recovery)
{
    /// <summary>What connects places that are further apart than the zones of a region.</summary>
    public IReadOnlyList<Named<Link>> Links { get; init; } = [];

    /// <summary>What databases and queues cannot do without.</summary>
    public IReadOnlyList<Named<Dependency>> Dependencies { get; init; } = [];

    /// <summary>Work that piles up while nobody does it.</summary>
    public IReadOnlyList<Named<WorkQueue>> Queues { get; init; } = [];

    /// <summary>What the public and those who were hit are told.</summary>
    public IReadOnlyList<Named<Communications>> Communication { get; init; } = [];

    /// <summary>How many calls APIs let through.</summary>
    public IReadOnlyList<Named<CallLimit>> Limits { get; init; } = [];

    /// <summary>What things cost; null where nobody asks.</summary>
    public CostPlan? Costs { get; init; }

    /// <summary>Whether a fault meets the schedules of backups at the worst instant, computed from them, rather than at a drawn one.</summary>
    public bool WorstInstants { get; init; }

    /// <summary>The places of the next smaller kind in one: zones of a region, buildings of a zone, racks of a building, nodes of a rack.</summary>
    public IReadOnlyList<Zone> Inside(Zone zone)
    {
        Region region = Regions.First(region => region.Name == zone.Region).Value;
        if (zone.Name.Length == 0) return [.. region.Zones.Select(name => new Zone(zone.Region, name))];
        return [.. region.Places.Where(place => place[..place.LastIndexOf('.')] == zone.Name).Select(place => new Zone(zone.Region, place))];
    }

    /// <summary>Whether a fault may cut a link, or a place off.</summary>
    internal bool MayCutWays => Faults.Any(fault => fault.Value.MayCutWays);

    /// <summary>Reads the sections of the arrangement from the top level of a scenario file.</summary>
    /// <param name="fields">The top level.</param>
    /// <param name="starts">The UTC moment at which the run starts; null where only relative time matters.</param>
    /// <param name="length">How long the run lasts.</param>
    public static Scenario Read(Fields fields, DateTime? starts, TimeSpan length)
    {
        Scenario scenario = new(
            starts,
            length,
            fields.Map("regions", Region.Shape, "Regions and their zones.", required: true),
            fields.Map("stores", Store.Shape, "Where backups are kept."),
            fields.Map("databases", Database.Shape, "Collections of like databases.", required: true),
            fields.Map("tenants", TenantPopulation.Shape, "Populations that share databases."),
            fields.Map("crews", CrewPlan.Shape, "People who do the work of a recovery."),
            fields.Family("faults", Fault.Kinds, "What goes wrong."),
            fields.Map("recovery", RecoveryPlan.Shape, "What people do about it."))
        {
            Links = fields.Map("links", Link.Shape, "What connects places that are further apart than the zones of a region."),
            Communication = fields.Map("communication", Communications.Shape, "What the public and those who were hit are told."),
            Limits = fields.Map("limits", CallLimit.Shape, "How many calls APIs let through."),
            Dependencies = fields.Map("dependencies", Dependency.Shape, "What databases and queues cannot do without."),
            Queues = fields.Map("queues", WorkQueue.Shape, "Work that piles up while nobody does it."),
            Costs = fields.OptionalBlock("costs", CostPlan.Shape, "What things cost; left out, nothing is said of money."),
        };
        scenario.CheckTogether(fields);
        return scenario;
    }

    /// <summary>Whether a store has volumes; one that is not defined is told of elsewhere.</summary>
    internal bool HasVolumes(string store) => Stores.All(other => other.Name != store || other.Value.Volumes is not null);

    private void CheckTogether(Fields fields)
    {
        foreach (Named<Dependency> dependency in Dependencies)
            fields.Check(Databases.All(databases => databases.Name != dependency.Name), $"dependencies.{dependency.Name}", "name of two meanings", () => $"{dependency.Name} is a dependency and a collection of databases: give one of them another name");
        foreach (Named<Database> databases in Databases)
            fields.Check(databases.Value.Striped is not { } striped || HasVolumes(striped.Store), $"databases.{databases.Name}.volumes", "volumes to be striped over",
                () => $"{databases.Value.Striped!.Store} has no volumes: add them, with kind: block");
        Ways.Check(fields, this);
        LinkRules.Check(fields, Links);
        SourceRules.Check(fields, this);
        Communications.Check(fields, Communication, this);
        TenantRules.Check(fields, this);
        Costs?.Check(fields, this);
        foreach (Named<RecoveryPlan> plan in Recovery)
        {
            foreach (Named<Step> step in plan.Value.Steps)
            {
                CrewNeed need = step.Value.Crew;
                int size = Crews.Where(crew => crew.Name == need.Crew).Select(crew => crew.Value.Largest).DefaultIfEmpty(int.MaxValue).First();
                fields.Check(need.Hands <= size, $"recovery.{plan.Name}.steps.{step.Name}.crew", "more hands than the crew has",
                    () => $"{step.Name} asks for {need.Hands} of {need.Crew}, who are never more than {size}: it could not begin");
                fields.Check(step.Value.VolumesOf is not { } store || HasVolumes(store), $"recovery.{plan.Name}.steps.{step.Name}.store", "step about volumes",
                    () => $"{step.Value.VolumesOf} has no volumes: {step.Name} is about those of a block store");
            }
            foreach (Named<Fault> fault in Faults.Where(fault => plan.Value.Handles.Contains(fault.Name)))
                fields.Check(RecoveryPlan.ServesOf(plan.Value.Steps) is not { } serves || serves == Serves.Both || serves == Serves.Tenants == fault.Value.DeletesTenants,
                    $"recovery.{plan.Name}.handles", "plan for what the fault hits", () => fault.Value.DeletesTenants
                        ? $"{fault.Name} deletes tenants, and {plan.Name} has steps for whole databases: bring tenants back with restore, extract and load"
                        : $"{fault.Name} deletes no tenants, and {plan.Name} has steps for deleted tenants: bring databases back with restore and open, fail over or wait");
            fields.Check(plan.Value.Replaces is null || Recovery.TakeWhile(other => other.Name != plan.Name).Any(other => other.Name == plan.Value.Replaces),
                $"recovery.{plan.Name}.replaces", "plan before the one it replaces", () => $"{plan.Name} replaces {plan.Value.Replaces}, which must stand before it");
            fields.Check(plan.Value.Replaces is null || Recovery.All(other => other.Name != plan.Value.Replaces || other.Value.GivesUpAfter.IsNever),
                $"recovery.{plan.Name}.replaces", "replaced or given up", () => $"{plan.Value.Replaces} gives up, and what it leaves is for the plans that stand alone: {plan.Name} either replaces it, or comes after it without replaces");
        }
        foreach (Named<Fault> fault in Faults)
        {
            Timing.Check(fields, fault, this);
            fault.Value.Check(fields, fault.Name, this);
        }
    }
}
