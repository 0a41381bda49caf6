using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// A mistake makes what whole databases hold worthless, or deletes them: silently, on every copy that applies it, and in every backup that is cut from
/// then on. Once it is noticed they go back to the newest point before it, and lose everything since.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Time until somebody notices.</param>
/// <param name="Target">The databases.</param>
public sealed record Corruption(Timing When, Delay Noticed, Target Target) : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How a corruption is written.</summary>
    public static readonly Shape<Fault> Shape = new("corruption", "A mistake makes what databases hold worthless, on all copies alike.", fields => new Corruption(
        Begins(fields), Notice(fields), Struck(fields, "The databases, such as shard, 10% of shard or one of shard.cells.")));

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Databases, Scope.Cells];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        foreach (DatabaseRun database in Reach.DatabasesOf(fault, Target)) database.Corrupt(fault);
        return () => { };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"what {Target} holds is worthless from here on";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "";
}
