using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People end the fault itself: a breaker is thrown, a certificate renewed, a rollout taken back. Without it a fault ends by its own <c>lasts</c> alone.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Mend(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("mend", "Ends the fault itself.", fields => new Mend(ReadBasics(fields, takes: null, Level.Incident)));

    /// <inheritdoc/>
    public override Serves For => Serves.Databases;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.Plan.Incident.Occurrence?.Mended.Set(true);
    }
}
