using Simulator.Kernel;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores.Blocks;

namespace Simulator.Models.Faults;

/// <summary>A zone stops, or single copies; their data is kept and is there again when they return, except what had not reached a disk.</summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when; failover controllers act on their own.</param>
/// <param name="Target">What stops.</param>
/// <param name="Lasts">How long it is gone.</param>
public sealed record Crash(Timing When, Noticing Noticed, Target Target, Delay Lasts) : Disruption(When, Noticed, Target, Lasts)
{
    /// <summary>Whether the process ends and the machine stays, so that what the operating system holds is kept. A zone takes its machines along.</summary>
    public bool ProcessOnly { get; init; }

    /// <summary>What each database needs from the moment its place is back until it runs: boot, volume recovery, crash recovery. Drawn for each copy apart.</summary>
    public Delay Recovers { get; init; } = Delay.None;

    /// <summary>How a crash is written.</summary>
    public static readonly Shape<Fault> Shape = new("crash", "A zone, a copy or a dependency stops; its data is kept.", fields => new Crash(
        Begins(fields), Notice(fields), Struck(fields, "The zone or place in it, region, copies or dependency that stop, such as us-east.a, us-east.a.hall-1, one of us-east.zones, one of shard.cells, shard.primary, dependencies.vault or a share of a block store's nodes such as 5% of stores.ebs."), LengthOfWhatEnds(fields, "How long it is gone."))
    {
        ProcessOnly = fields.Optional("scope", Syntaxes.Choice("a scope", ("process", true), ("machine", false)), "machine", "the worse of the two",
            "Of copies, what stops: process keeps what the operating system holds, machine does not; zones always take their machines along."),
        Recovers = fields.Optional("recovers", Syntaxes.Delay, "0s", "what comes back runs at once unless its boot is part of the question",
            "Time that each database needs from the moment it can start again until it runs: boot, volume recovery, crash recovery; drawn for each copy apart."),
    });

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => ProcessOnly && Target.In(scenario) == Scope.Copies ? DisruptionKind.Software : base.KindIn(scenario);

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Zones, Scope.Cells, Scope.Copies, Scope.Dependency, Scope.Nodes];

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        Scope scope = Target.In(fault.World.Scenario);
        if (scope == Scope.Nodes) return Target.StrikeNodes(fault, NodeLoss.Stopped);
        if (scope == Scope.Dependency)
        {
            fault.World.Dependencies.Take(Target.Second);
            return () => fault.World.Dependencies.Return(Target.Second);
        }
        bool isPlace = scope == Scope.Zones;
        IReadOnlyList<Zone> zones = isPlace ? Target.ZonesOf(fault) : [];
        foreach (Zone zone in zones) fault.World.Stopped.Take(zone);
        List<(DatabaseRun Database, Copy Copy)> struck = isPlace ? Reach.CopiesIn(fault.World, fault.World.Stopped, zones) : Reach.CopiesOf(fault, Target);
        foreach ((DatabaseRun database, Copy copy) in struck) database.Stop(copy, ProcessOnly && !isPlace ? WriteBuffer.OsCache : WriteBuffer.None, fault);
        List<StreamRun> sinks = StreamReach.In(fault.World, fault.World.Stopped, zones);
        foreach (StreamRun sink in sinks) sink.StopSink();
        return () =>
        {
            foreach (Zone zone in zones) fault.World.Stopped.Return(zone);
            foreach ((DatabaseRun database, Copy copy) in struck)
                if (Recovers == Delay.None) database.Start(copy);
                else fault.World.Forever.Start(Recover(fault, database, copy));
            foreach (StreamRun sink in sinks) sink.StartSink();
        };
    }

    private async Process Recover(Occurrence fault, DatabaseRun database, Copy copy)
    {
        await fault.World.Forever.Wait(Recovers, fault.Luck($"recovers {database.Name}.{copy.Name}").For((ulong)database.Number));
        database.Start(copy);
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => Target.In(fault.World.Scenario) == Scope.Zones && Target.ZonesOf(fault) is [var zone] ? $"{(zone == zone.Whole ? "zone " : "")}{zone} stops" : $"{Target} stops";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => Target.In(fault.World.Scenario) == Scope.Zones && !Target.Second.Contains('.', StringComparison.Ordinal) ? "the zone is back" : $"{Target} is back";
}
