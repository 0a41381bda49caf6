using Simulator.Models.Language;

namespace Simulator.Models.Faults.Guards;

/// <summary>Something that may stop a script before it starts. Facts tell which guard stopped what.</summary>
public abstract record Guard
{
    /// <summary>Its name in a sentence: "its review".</summary>
    public abstract string Name { get; }

    /// <summary>Whether it stops a script.</summary>
    /// <param name="script">The script.</param>
    /// <param name="fault">Its run.</param>
    public abstract bool Stops(Deletion script, Occurrence fault);

    /// <summary>Reads those that a script has, in the order in which it meets them.</summary>
    internal static IReadOnlyList<Guard> Read(Fields fields)
    {
        bool typed = fields.Optional("typed identifiers", Syntaxes.Switch, "false", "identifiers are bare text unless said otherwise", "Whether an identifier tells its kind, so that one of the wrong kind is refused.");
        Guard? review = fields.OptionalBlock("review", Look.Review, "Somebody else looks at the list before the script starts.");
        Guard? dry = fields.OptionalBlock("dry run", Look.DryRun, "The script runs once without deleting, and somebody reads what it would have done.");
        return [.. new[] { typed ? new TypedIdentifiers() : null, review, dry }.OfType<Guard>()];
    }
}
