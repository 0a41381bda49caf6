using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People let queues go on that were stopped.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Queues">Their names.</param>
public sealed record Resume(StepBasics Basics, IReadOnlyList<string> Queues) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("resume", "Lets queues go on that were stopped.",
        fields => new Resume(ReadBasics(fields, "0s", Level.Incident), ReadQueues(fields, "The queues that it lets go on.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        foreach (string queue in Queues) run.World.Queues[queue].Resume();
    }
}
