using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>Copies hang: the process is there and answers nobody, as in a long pause of its memory management; nothing of it is lost.</summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when; failover controllers act on their own.</param>
/// <param name="Target">The copies that hang.</param>
/// <param name="Lasts">How long they hang.</param>
public sealed record Hang(Timing When, Noticing Noticed, Target Target, Delay Lasts) : Disruption(When, Noticed, Target, Lasts)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Fault> Shape = new("hang", "Copies hang: they answer nobody, and lose nothing.", fields => new Hang(
        Begins(fields), Notice(fields), Struck(fields, "The copies that hang, such as shard.primary."), LengthOfWhatEnds(fields, "How long they hang.")));

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Software;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Copies];

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        List<(DatabaseRun Database, Copy Copy)> struck = Reach.CopiesOf(fault, Target);
        foreach ((DatabaseRun database, Copy copy) in struck) database.Bar(copy, fault);
        return () =>
        {
            foreach ((DatabaseRun database, Copy copy) in struck) database.Unbar(copy);
        };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"{Target} hangs";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => $"{Target} answers again";
}
