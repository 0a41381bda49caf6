using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// People stop the apply of a standby that is kept behind, before it has applied the mistake: what the plan restores from it later is found as it was now. A
/// restore from such a standby stops it when it begins; this step is for plans that do something else first.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Standby">The standby's name.</param>
public sealed record Halt(StepBasics Basics, string Standby) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("halt", "Stops the apply of a standby that is kept behind.", fields => new Halt(
        ReadBasics(fields, "0s", Level.Database),
        fields.Required("standby", Syntaxes.NameOf("databases.*.standbys"), "The standby that applies nothing more until the plan is through.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        run.Database.Halt([Standby], run.Life);
    }
}
