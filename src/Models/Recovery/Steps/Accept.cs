using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>The customer looks and declares the tenant whole, once, when all its parts are back. It holds up nobody else: the batch has ended when its tenants were opened.</summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Accept(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("accept", "The customer looks and declares the tenant whole.",
        fields => new Accept(ReadBasics(fields, takes: null, Level.Tenant)));

    /// <inheritdoc/>
    public override Serves For => Serves.Tenants;

    /// <inheritdoc/>
    protected override TimeUse Usually => TimeUse.Checking;

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        if (!run.Unit.Victim!.IsWhole || run.Unit.Victim.Parts.Any(part => part.IsBeingAccepted)) return;
        run.Unit.Victim.IsBeingAccepted = true;
        await run.Work(Takes);
        run.World.Journal.Write(new TenantAccepted(run.World.Now, run.Plan.Name, run.Fleet.Name, run.Unit.Victim.Tenant));
    }
}
