using System.Globalization;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Faults;

/// <summary>
/// A link, a store or the disk of a copy is slower than usual, and nothing says so (a gray failure). A standby applies less and falls behind, or holds clients back who wait for it; the copy that takes writes
/// takes less. Several slowdowns of one thing at once multiply.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when.</param>
/// <param name="Target">The link, store or copies.</param>
/// <param name="Lasts">How long it lasts.</param>
/// <param name="Factor">How many times less it carries, and how many times longer a message takes.</param>
public sealed record Slow(Timing When, Noticing Noticed, Target Target, Delay Lasts, Slowdown Factor) : Disruption(When, Noticed, Target, Lasts)
{
    private static readonly Syntax<double> s_factor = Syntaxes.Factor.Where("1 to 1000000", factor => factor is >= 1 and <= 1e6);

    /// <summary>How a slowdown is written.</summary>
    public static readonly Shape<Fault> Shape = new("slow", "A link, a store or the disk of a copy is slower than usual.", fields => new Slow(
        Begins(fields), Notice(fields), Struck(fields, "The link, store or copies, such as links.coast, stores.bucket or shard.primary."), Length(fields),
        new Slowdown(
            fields.Required("factor", s_factor, "How many times less it carries."),
            fields.Optional("latency factor", s_factor, "1", "what is slow carries less; that it also answers later must be said", "Of a link, how many times longer a message takes; of a copy, how many times longer each commit waits for its disk."))));

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Link, Scope.Store, Scope.Copies];

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        if (Target.In(fault.World.Scenario) == Scope.Store)
        {
            StoreRun store = fault.World.Store(Target.Second);
            store.Slow(Factor);
            return () => store.Quicken(Factor);
        }
        if (Target.In(fault.World.Scenario) == Scope.Copies)
        {
            List<(DatabaseRun Database, Copy Copy)> struck = Reach.CopiesOf(fault, Target);
            foreach ((DatabaseRun database, Copy copy) in struck) database.Slow(copy, Factor, fault);
            return () =>
            {
                foreach ((DatabaseRun database, Copy copy) in struck) database.Quicken(copy, Factor);
            };
        }
        Lane[] lanes = [fault.World.Network.Lane(Target.Second, 0), fault.World.Network.Lane(Target.Second, 1)];
        foreach (Lane lane in lanes) lane.Slow(Factor);
        return () => { foreach (Lane lane in lanes) lane.Quicken(Factor); };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"{Target} is {Factor.Bandwidth.ToString("0.###", CultureInfo.InvariantCulture)} times slower";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => $"{Target} is as fast as usual";
}
