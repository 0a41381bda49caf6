using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// A check that may fail: then an earlier step is done again, and the check after it. Of a whole database it also finds out which of the backups that the plan
/// would restore are bad, before anybody restores them.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Fails">Chance that a check fails, each time.</param>
/// <param name="Then">The step that is done again; empty for the check alone.</param>
public sealed record Inspect(StepBasics Basics, Share Fails, string Then) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("inspect", "A check that may fail and send the work back.", fields => new Inspect(
        ReadBasics(fields, takes: null, Level.Tenant, Level.Database, Level.Batch),
        fields.Optional("fails", Syntaxes.Share.Where("0% to 99%", share => share.Fraction is >= 0 and <= 0.99), "0%", "a check passes unless a chance to fail is stated", "Chance that the check fails, each time."),
        fields.Optional("then", Syntaxes.Name.OrNone(), "none", "only the check is done again", "The work step that is done again before the check is.")));

    /// <inheritdoc/>
    protected override TimeUse Usually => TimeUse.Checking;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        while (run.Luck.NextUniform() < Fails.Fraction)
        {
            run.Failed(Then.Length == 0 ? "itself" : Then);
            if (run.StepCalled(Then) is Work again) await again.Do(run, again.Is);
            await run.Work(Takes);
        }
        if (run.Unit.Shared?.Whole is { } database) database.InspectBackups(run.From);
    }
}
