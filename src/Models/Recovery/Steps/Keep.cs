using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>People see to it that nothing that waits in queues is dropped any more because of its age: its lifetime is raised.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Queues">Their names.</param>
public sealed record Keep(StepBasics Basics, IReadOnlyList<string> Queues) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("keep", "Raises the lifetime of what waits in queues: nothing is dropped any more.",
        fields => new Keep(ReadBasics(fields, "0s", Level.Incident), ReadQueues(fields, "The queues whose work is kept.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        foreach (string queue in Queues) run.World.Queues[queue].Keep();
    }
}
