using Simulator.Kernel;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Faults;

/// <summary>
/// Software that is wrong goes out, to zones, databases or copies, at once or in waves, and breaks whatever it reaches: it does not run, or spoils what is stored. Noticing it stops the rollout, and it
/// is rolled back.
/// </summary>
/// <param name="When">When the first wave goes out.</param>
/// <param name="Noticed">Who notices it, and how long after that.</param>
/// <param name="Target">What it goes out to.</param>
/// <param name="Spoils">Whether it spoils what databases hold, rather than making them stop.</param>
/// <param name="RollsBack">Time from its notice until all of it is rolled back.</param>
public sealed record Rollout(Timing When, Noticing Noticed, Target Target, bool Spoils, Delay RollsBack) : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How it goes out in waves; null where it goes out at once.</summary>
    public Waves? Waves { get; init; }

    /// <summary>How many it reaches at most; null for all.</summary>
    public Cap? Cap { get; init; }

    /// <summary>How it is written.</summary>
    public static readonly Shape<Fault> Shape = new("rollout", "Software that is wrong goes out and breaks whatever it reaches.", fields => new Rollout(
        Begins(fields), Notice(fields), Struck(fields, "What it goes out to, one after the other: zones such as us-east.zones, databases such as shard, or copies such as shard.primary."),
        fields.Optional("breaks", Syntaxes.Choice("what it breaks", ("service", false), ("data", true)), "service", "most bad releases do not start, or answer with errors", "service: what it reaches stops until it is rolled back; data: what it reaches holds what is wrong from then on, as by corruption."),
        fields.Optional("rolls back", Syntaxes.Delay, "30m", "assumed: about as long as a release takes", "Time from its notice until all of it is rolled back, where no plan mends it before."))
    {
        Operation = Operation.Read(fields),
        Cap = Cap.Read(fields),
        Waves = fields.OptionalBlock("waves", Waves.Shape, "How it goes out in waves."),
    });

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Rollout;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Zones, Scope.Databases, Scope.Cells, Scope.Copies];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    protected override bool IsEndedByPeople => true;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        List<Action> undo = [];
        Lifetime rollout = fault.World.Forever.Child();
        rollout.Start(GoOut(fault, rollout, undo));
        fault.World.Forever.Start(RollBack(fault, rollout));
        return () =>
        {
            rollout.End();
            foreach (Action one in undo) one();
        };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"software that is wrong goes out to {Target}";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "it is rolled back";

    private async Process GoOut(Occurrence fault, Lifetime rollout, List<Action> undo)
    {
        List<Func<Action>> parts = Parts(fault);
        int[] order = Draw.Distinct(parts.Count, parts.Count, fault.Stream("order"));
        int next = 0, most = Math.Min(parts.Count, Cap?.Most ?? parts.Count);
        foreach (int end in Waves?.Ends(most) ?? [most])
        {
            if (next > 0) await rollout.Wait(Waves!.Bake);
            for (; next < end; next++) undo.Add(parts[order[next]]());
            fault.World.Journal.Write(new FaultSpread(fault.World.Now, fault.Name, next, parts.Count) { Occurrence = fault.Number });
        }
        if (most < parts.Count) fault.World.Journal.Write(new GuardStopped(fault.World.Now, fault.Name, Cap!.Name, most, parts.Count) { Occurrence = fault.Number });
    }

    private async Process RollBack(Occurrence fault, Lifetime rollout)
    {
        await fault.World.Forever.Until(fault.Noticed);
        rollout.End();
        await fault.World.Forever.Wait(RollsBack, fault.Luck("rolls back"));
        fault.Mended.Set(true);
    }

    /// <summary>What it does to each thing that it goes out to, one after the other; each gives what takes it back.</summary>
    private List<Func<Action>> Parts(Occurrence fault) => Target.In(fault.World.Scenario) switch
    {
        Scope.Zones => [.. Target.ZonesOf(fault).Select(zone => (Func<Action>)(() => Break(fault, Reach.CopiesIn(fault.World, fault.World.Stopped, [zone]))))],
        Scope.Copies => [.. Reach.CopiesOf(fault, Target).Select(one => (Func<Action>)(() => Break(fault, [one])))],
        _ => [.. Reach.DatabasesOf(fault, Target).Select(database => (Func<Action>)(() => BreakWhole(fault, database)))],
    };

    private Action BreakWhole(Occurrence fault, DatabaseRun database)
    {
        if (!Spoils) return Break(fault, [.. database.Copies.Select(copy => (database, copy))]);
        database.Corrupt(fault);
        return () => { };
    }

    private Action Break(Occurrence fault, List<(DatabaseRun Database, Copy Copy)> struck)
    {
        foreach ((DatabaseRun database, Copy copy) in struck)
            if (Spoils) database.Spoil(copy, fault);
            else database.Stop(copy, WriteBuffer.OsCache, fault);
        return () =>
        {
            if (Spoils) return;
            foreach ((DatabaseRun database, Copy copy) in struck) database.Start(copy);
        };
    }
}
