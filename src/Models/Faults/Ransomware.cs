using Simulator.Kernel;
using Simulator.Models.Databases.Run;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults;

/// <summary>
/// An intruder who has been in for a while makes all copies of databases unreadable at once, and ruins every backup that he can reach. Backups from before he came are clean; those since may hold
/// what let him in.
/// </summary>
/// <param name="When">When it strikes.</param>
/// <param name="Noticed">Who notices it, and how long after it has struck.</param>
/// <param name="Target">The databases, or the account with all that belongs to it.</param>
/// <param name="Dwelt">How long the intruder has been in by then.</param>
/// <param name="Reaches">Accounts whose rights he has: their stores are ruined, but for what is immutable.</param>
/// <param name="Clean">The share of the points cut since he came that are clean all the same; with none of them they go straight back to before he came.</param>
public sealed record Ransomware(Timing When, Noticing Noticed, Target Target, Delay Dwelt, IReadOnlyList<string> Reaches, Share Clean) : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Fault> Shape = new("ransomware", "An intruder makes databases unreadable, and ruins the backups that he can reach.", fields =>
    {
        Delay dwelt = fields.Optional("dwelt", Syntaxes.Delay.Where("not never", dwelt => !dwelt.IsNever), "10d", "assumed: response firms report medians of one to two weeks", "How long the intruder has been in when it strikes.");
        Detector? hunt = fields.OptionalBlock("hunt", Detector.Shape, "What looks for intruders: one who is found before it strikes does no harm.");
        return new Ransomware(
            Begins(fields), Notice(fields), Struck(fields, "The databases, such as shard, or an account such as accounts.main with all that belongs to it."), dwelt,
            fields.List("reaches", Accounts.Named, "Accounts whose rights the intruder has: what their stores hold is ruined, unless it is immutable."),
            fields.Optional("clean", Syntaxes.Share, "0%", "whatever was cut since the intruder came is thought to hold what let him in", "The share of the points cut since he came that are clean all the same; which ones, a restore shows."))
        {
            Operation = new Operation(hunt is null ? [] : [new Hunt(hunt, dwelt)], null),
        };
    });

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Operator;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Databases, Scope.Cells, Scope.Account];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        World world = fault.World;
        bool isAccount = Target.In(world.Scenario) == Scope.Account;
        Instant since = world.Now - Dwelt.Quantile(fault.Stream("dwelt").NextUniform());
        ILookup<DatabaseRun, Copy> copies = (isAccount ? Reach.CopiesOwnedBy(world, Target.Second) : Reach.DatabasesOf(fault, Target).SelectMany(database => database.Copies.Select(copy => (Database: database, Copy: copy))))
            .ToLookup(pair => pair.Database, pair => pair.Copy);
        foreach (string account in isAccount ? Reaches.Prepend(Target.Second).Distinct() : Reaches) world.Stores.Ruin(account);
        foreach (StreamRun sink in StreamReach.Into(world, store => world.Store(store).DestroyedAt == world.Now)) sink.DestroySink();
        foreach (IGrouping<DatabaseRun, Copy> database in copies) database.Key.Encrypt([.. database], since, Clean.Fraction, fault);
        return () => { };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"an intruder makes {Target} unreadable, and ruins the backups that he can reach";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "";
}
