namespace Simulator.Models.Faults.Guards;

/// <summary>In what an operator may be wrong where a machine could tell: what he meant and what he gave are not the same.</summary>
[Flags]
public enum Slips
{
    /// <summary>In nothing that a machine could tell; a wrong list of the right kind looks like any other.</summary>
    None = 0,

    /// <summary>The kind of identifier.</summary>
    Kind = 1,

    /// <summary>The mode: for good, where it was meant to be undoable.</summary>
    Mode = 2,

    /// <summary>What is hit: the other host.</summary>
    Target = 4,
}
