using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults.Guards;

/// <summary>Somebody else looks at the list before the script starts, and may see what is wrong with it.</summary>
/// <param name="Finds">The chance of that.</param>
public sealed record Review(Share Finds) : Guard
{
    /// <summary>How a review is written.</summary>
    public static readonly Shape<Review> Shape = new("review", "Somebody else looks before the script starts.", fields => new Review(
        fields.Required("finds", Syntaxes.Share, "The chance that the mistake is seen.")));

    /// <inheritdoc/>
    public override string Name => "its review";

    /// <inheritdoc/>
    public override bool Stops(Deletion script, Occurrence fault) => fault.Luck("review").NextUniform() < Finds.Fraction;
}
