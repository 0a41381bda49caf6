using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Waits until nothing waits in queues any more.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Queues">Their names.</param>
public sealed record Drain(StepBasics Basics, IReadOnlyList<string> Queues) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("drain", "Waits until nothing waits in queues any more.",
        fields => new Drain(ReadBasics(fields, "0s", Level.Incident), ReadQueues(fields, "The queues that it waits for.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        foreach (string queue in Queues) await run.Life.Until(run.World.Queues[queue].Empty());
        run.Spend(TimeUse.WaitingForCapacity);
        await run.Work(Takes);
    }
}
