using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>Somebody looks at what a restore point holds before all of it is restored: a few rows, the newest of its moments.</summary>
/// <param name="Finds">The chance that the wrong point is seen to be wrong.</param>
/// <param name="Takes">Time that it takes, each time.</param>
public sealed record DryRun(Share Finds, Delay Takes)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<DryRun> Shape = new("dry run", "Somebody looks at what a restore point holds before all of it is restored.", fields => new DryRun(
        fields.Required("finds", Syntaxes.Share, "The chance that the wrong point is seen to be wrong."),
        fields.Required("takes", Syntaxes.Delay, "Time that it takes, whether the point is right or wrong.")));
}
