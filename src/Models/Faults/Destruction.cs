using Simulator.Models.Databases.Run;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores.Blocks;

namespace Simulator.Models.Faults;

/// <summary>Data is physically gone: with a zone or region everything in it, or single copies. What was destroyed can only be made anew.</summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when; failover controllers act on their own.</param>
/// <param name="Target">What is destroyed.</param>
/// <param name="Lasts">How long a zone cannot be used; single copies can be made anew as soon as somebody has noticed.</param>
public sealed record Destruction(Timing When, Noticing Noticed, Target Target, Delay Lasts) : Disruption(When, Noticed, Target, Lasts)
{
    private static readonly Syntax<Target?> s_meant = new Syntax<Target?>("a target or 'the same'", $"{Target.Syntax.Pattern}|^the same$", "the same",
        text => text == "the same" ? Parsed.Ok<Target?>(null) : Target.Syntax.Parse(text).Then(target => Parsed.Ok<Target?>(target)), target => target?.Refers() ?? []);

    /// <summary>How a destruction is written.</summary>
    public static readonly Shape<Fault> Shape = new("destruction", "Data is gone: that of a zone or region, of copies, of a store or of all that belongs to an account.", fields => new Destruction(
        Begins(fields), Notice(fields), Struck(fields, "What is destroyed: a zone, a place in one or a region, copies such as shard.primary, cells such as one of shard.cells, a store such as stores.bucket or a share of its nodes such as 5% of stores.ebs, or an account such as accounts.main with all its stores, copies of databases and dependencies."), Length(fields))
    {
        Meant = fields.Optional("meant", s_meant, "the same", "what is destroyed is what was meant, unless it is said otherwise", "What the operator meant to wipe, where it was another: shard.spare."),
        Operation = Operation.Read(fields, Prompt.TypedTarget(fields)),
    }.Slipped());

    /// <summary>What the operator meant to destroy; null where it is what is destroyed, or nobody meant anything.</summary>
    public Target? Meant { get; init; }

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => Meant is null ? base.KindIn(scenario) : DisruptionKind.Operator;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Zones, Scope.Cells, Scope.Copies, Scope.Store, Scope.Account, Scope.Nodes];

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        if (Target.In(fault.World.Scenario) == Scope.Nodes) return Target.StrikeNodes(fault, NodeLoss.Destroyed);
        World world = fault.World;
        Scope scope = Target.In(world.Scenario);
        IReadOnlyList<Zone> zones = scope == Scope.Zones ? Target.ZonesOf(fault) : [];
        foreach (Zone zone in zones) world.Stopped.Take(zone);
        foreach (Zone zone in zones) world.Destroyed.Take(zone);
        world.Stores.DestroyIn(zones);
        if (scope == Scope.Store) world.Store(Target.Second).Destroy();
        if (scope == Scope.Account) world.Stores.DestroyAccount(Target.Second);
        IReadOnlyList<string> needed = scope == Scope.Account ? world.Dependencies.OwnedBy(Target.Second) : [];
        foreach (string dependency in needed) world.Dependencies.Take(dependency);
        List<(DatabaseRun Database, Copy Copy)> struck = scope switch
        {
            Scope.Zones => Reach.CopiesIn(world, world.Destroyed, zones),
            Scope.Cells or Scope.Copies => Reach.CopiesOf(fault, Target),
            Scope.Account => Reach.CopiesOwnedBy(world, Target.Second),
            _ => [],
        };
        foreach ((DatabaseRun database, Copy copy) in struck)
        {
            database.Destroy(copy, fault);
            if (scope == Scope.Zones) database.Stop(copy, Databases.WriteBuffer.None, fault);
        }
        foreach (DatabaseRun database in Reach.DatabasesOnLostStores(world))
            if (database.Primary.HasData) database.Destroy(database.Primary, fault);
        List<StreamRun> sinks = DestroySinks(world, zones);
        return () =>
        {
            foreach (Zone zone in zones) world.Stopped.Return(zone);
            foreach (StreamRun sink in sinks) sink.StartSink();
            foreach (string dependency in needed) world.Dependencies.Return(dependency);
            if (scope != Scope.Zones) return;
            foreach ((DatabaseRun database, Copy copy) in struck) database.Start(copy);
        };
    }

    private Destruction Slipped() => this with { Operation = Operation with { Slips = Meant is { } meant && meant != Target ? Slips.Target : Slips.None } };

    private static List<StreamRun> DestroySinks(World world, IReadOnlyList<Zone> zones)
    {
        List<StreamRun> sinks = [.. StreamReach.In(world, world.Destroyed, zones), .. StreamReach.Into(world, store => world.Store(store).DestroyedAt == world.Now)];
        foreach (StreamRun sink in sinks)
        {
            sink.StopSink();
            sink.DestroySink();
        }
        return sinks;
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => Meant is { } meant ? $"{Target} is destroyed, where {meant} was meant" : $"{Target} is destroyed";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => $"{Target} can be used again";
}
