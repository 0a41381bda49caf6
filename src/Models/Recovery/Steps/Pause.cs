using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People stop queues, so that what is being repaired gets no more work: what arrives piles up.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Queues">Their names.</param>
public sealed record Pause(StepBasics Basics, IReadOnlyList<string> Queues) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("pause", "Stops queues; what arrives piles up.",
        fields => new Pause(ReadBasics(fields, "0s", Level.Incident), ReadQueues(fields, "The queues that it stops.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        foreach (string queue in Queues) run.World.Queues[queue].Pause();
    }
}
