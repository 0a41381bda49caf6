using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// A certificate expires, or a credential is lost or changed wrongly: what depends on it runs, its data is whole, and nobody gets in, in whatever zone. It ends when somebody has renewed it.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when; failover controllers see at once that nobody gets in.</param>
/// <param name="Target">The dependency, or the databases or copies whose own certificate it is.</param>
/// <param name="Renewed">Time from its notice until it is renewed, where no plan mends it before.</param>
public sealed record Expiry(Timing When, Noticing Noticed, Target Target, Delay Renewed) : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Fault> Shape = new("expiry", "A certificate expires or a credential is lost: nobody gets into what depends on it, though its data is whole.", fields => new Expiry(
        Begins(fields), Notice(fields), Struck(fields, "What expires: a dependency such as dependencies.vault, or the databases or copies whose own certificate it is, such as shard or shard.primary."),
        fields.Optional("renewed", Syntaxes.Delay, "never", "nothing renews itself: say how long people need, or mend it in a plan", "Time from its notice until somebody has renewed it, where no plan mends it before.")));

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Software;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Dependency, Scope.Databases, Scope.Cells, Scope.Copies];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    protected override bool IsEndedByPeople => !Renewed.IsNever;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        World world = fault.World;
        if (IsEndedByPeople) world.Forever.Start(Renew(fault));
        if (Target.In(world.Scenario) == Scope.Dependency)
        {
            world.Dependencies.Take(Target.Second);
            return () => world.Dependencies.Return(Target.Second);
        }
        List<(DatabaseRun Database, Copy Copy)> struck = Target.In(world.Scenario) == Scope.Copies
            ? Reach.CopiesOf(fault, Target)
            : [.. Reach.DatabasesOf(fault, Target).SelectMany(database => database.Copies.Select(copy => (database, copy)))];
        foreach ((DatabaseRun database, Copy copy) in struck) database.Bar(copy, fault);
        return () =>
        {
            foreach ((DatabaseRun database, Copy copy) in struck) database.Unbar(copy);
        };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => Target.In(fault.World.Scenario) == Scope.Dependency ? $"{Target} expires" : $"the certificate of {Target} expires";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "it is renewed";

    private async Process Renew(Occurrence fault)
    {
        await fault.World.Forever.Until(fault.Noticed);
        await fault.World.Forever.Wait(Renewed, fault.Luck("renewed"));
        fault.Mended.Set(true);
    }
}
