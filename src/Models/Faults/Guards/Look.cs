using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults.Guards;

/// <summary>Somebody looks before it starts, at what is to be done or at what a dry run would have done, and may see what is wrong. It takes no time of its own.</summary>
/// <param name="What">What is looked at: "review", "dry run"; its luck goes by it.</param>
/// <param name="Finds">The chance that the mistake is seen.</param>
public sealed record Look(string What, Share Finds) : Guard
{
    /// <summary>How a review is written.</summary>
    public static readonly Shape<Look> Review = Written("review", "Somebody else looks before it starts.");

    /// <summary>How a dry run is written.</summary>
    public static readonly Shape<Look> DryRun = Written("dry run", "It is run once without doing anything.");

    /// <inheritdoc/>
    public override string Name => $"its {What}";

    /// <inheritdoc/>
    public override bool Stops(Slips slips, Occurrence fault, int attempt) =>
        (attempt == 0 ? fault.Luck(What) : fault.Stream($"{What} again").For((ulong)attempt)).NextUniform() < Finds.Fraction;

    private static Shape<Look> Written(string what, string meaning) => new(what, meaning, fields => new Look(what, fields.Required("finds", Syntaxes.Share, "The chance that the mistake is seen.")));
}
