namespace Simulator.Models.Faults.Guards;

/// <summary>An identifier tells its kind, so a script that was meant for another kind refuses it: nothing is deleted. The wrong one of the right kind passes.</summary>
public sealed record TypedIdentifiers : Guard
{
    /// <inheritdoc/>
    public override string Name => "the type of its identifiers";

    /// <inheritdoc/>
    public override bool Stops(Deletion script, Occurrence fault) => script.Meant != script.Given;
}
