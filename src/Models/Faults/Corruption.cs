using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// What databases hold becomes worthless, silently. A mistake that is written to whole databases is on every copy that applies it and in every backup that is cut from then on: once it is noticed they
/// go back to the newest point before it, and lose everything since. A bad disk of one copy stays with that copy, and with what copies its disk: once it is noticed that copy is made anew, and another
/// may take its place.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when.</param>
/// <param name="Target">The databases, or single copies of them.</param>
public sealed record Corruption(Timing When, Noticing Noticed, Target Target) : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How a corruption is written.</summary>
    public static readonly Shape<Fault> Shape = new("corruption", "What databases hold becomes worthless: by a mistake on all copies alike, or on a bad disk of one copy.", fields => new Corruption(
        Begins(fields), Notice(fields), Struck(fields, "The databases, such as shard, 10% of shard or one of shard.cells; or copies whose disks are bad, such as shard.primary."))
    {
        Operation = Operation.Read(fields),
    });

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Databases, Scope.Cells, Scope.Copies];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        if (Target.In(fault.World.Scenario) == Scope.Copies)
            foreach ((DatabaseRun database, Copy copy) in Reach.CopiesOf(fault, Target)) database.Spoil(copy, fault);
        else foreach (DatabaseRun database in Reach.DatabasesOf(fault, Target)) database.Corrupt(fault);
        return () => { };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"what {Target} holds is worthless from here on";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "";
}
