using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults.Guards;

/// <summary>The script runs once without deleting anything, and somebody reads what it would have done. It takes no time of its own.</summary>
/// <param name="Finds">The chance that the mistake is seen.</param>
public sealed record DryRun(Share Finds) : Guard
{
    /// <summary>How a dry run is written.</summary>
    public static readonly Shape<DryRun> Shape = new("dry run", "The script runs once without deleting anything.", fields => new DryRun(
        fields.Required("finds", Syntaxes.Share, "The chance that the mistake is seen.")));

    /// <inheritdoc/>
    public override string Name => "its dry run";

    /// <inheritdoc/>
    public override bool Stops(Deletion script, Occurrence fault) => fault.Luck("dry run").NextUniform() < Finds.Fraction;
}
