using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// Databases are asked to write more than usual, or less: all that write there, or by single tenants, who ask more of every database that they live in, as much
/// of it as they are of its users, and so take from the others in it.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when.</param>
/// <param name="Target">The databases, or the tenants.</param>
/// <param name="Lasts">How long it lasts.</param>
/// <param name="Factor">How many times the usual.</param>
public sealed record Load(Timing When, Noticing Noticed, Target Target, Delay Lasts, double Factor) : Disruption(When, Noticed, Target, Lasts)
{
    /// <summary>How a load is written.</summary>
    public static readonly Shape<Fault> Shape = new("load", "Databases are asked to write more than usual.", fields => new Load(
        Begins(fields), Notice(fields), Struck(fields, "The databases, such as shard, 10% of shard or one of shard.cells, or tenants, such as 1 of site, whose load alone is so much."), Length(fields),
        fields.Required("factor", Syntaxes.Factor.Where("more than 0 and at most 1000000", factor => factor is > 0 and <= 1e6), "How many times the usual they are asked to write.")));

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Tenant;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Databases, Scope.Cells, Scope.Tenants];

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        List<(DatabaseRun Database, double Factor)> struck = Target.In(fault.World.Scenario) == Scope.Tenants
            ? [.. Reach.LoadsOf(fault, Target).Select(load => (load.Database, 1 + load.Share * (Factor - 1)))]
            : [.. Reach.DatabasesOf(fault, Target).Select(database => (database, Factor))];
        foreach ((DatabaseRun database, double factor) in struck) database.Load(factor, fault);
        return () =>
        {
            foreach ((DatabaseRun database, double factor) in struck) database.Unload(factor);
        };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"{Target} is asked to write {Factor.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} times as much";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => $"{Target} is asked to write as usual";
}
