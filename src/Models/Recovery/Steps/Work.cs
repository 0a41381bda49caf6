using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Work that takes time and perhaps hands: look something up, run a script, ask for an approval.</summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Times">How many like tasks it stands for, done one after the other, each with its own time.</param>
public sealed record Work(StepBasics Basics, int Times) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("work", "Work that takes time and perhaps hands.", fields => new Work(
        ReadBasics(fields, takes: null, Level.Incident, Level.Batch, Level.Database, Level.Tenant, Level.Table),
        fields.Optional("times", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "1", "a step is one task unless it stands for more",
            "How many like tasks it stands for, done one after the other, each with its own time.")));

    /// <inheritdoc/>
    public override Process Do(StepRun run) => Do(run, Is);

    /// <summary>Does it for one unit, at the bidding of another step of the plan.</summary>
    /// <param name="run">The step that has it done.</param>
    /// <param name="use">What its time goes into.</param>
    public async Process Do(StepRun run, TimeUse use)
    {
        int tables = Per == Level.Table ? run.Product.Databases.Schema.Tables.Count : 1;
        for (int task = 0; task < Times * tables; task++) await run.Work(Takes, use);
    }
}
