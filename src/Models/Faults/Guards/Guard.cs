namespace Simulator.Models.Faults.Guards;

/// <summary>Something that may stop a mistake before it does any harm. Facts tell which guard stopped what.</summary>
public abstract record Guard
{
    /// <summary>Its name in a sentence: "its review".</summary>
    public abstract string Name { get; }

    /// <summary>Whether it stops a mistake.</summary>
    /// <param name="slips">In what the operator is wrong.</param>
    /// <param name="fault">The mistake as it happens.</param>
    /// <param name="attempt">How often it was tried before.</param>
    public abstract bool Stops(Slips slips, Occurrence fault, int attempt);
}
