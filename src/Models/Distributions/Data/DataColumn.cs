namespace Simulator.Models.Distributions.Data;

/// <summary>One value that was observed.</summary>
/// <param name="Value">In base units (seconds, bytes, plain amounts), 0 or more.</param>
/// <param name="IsCensored">Whether it is known only that it is more than this: the observation ended before the thing did.</param>
/// <param name="Line">Line of the file, from 1.</param>
public readonly record struct Observation(double Value, bool IsCensored, int Line);

/// <summary>A column of observed values.</summary>
/// <param name="Name">Its head; empty where the file has none.</param>
/// <param name="Measure">In what its values are told.</param>
/// <param name="Observations">The values, in the order of the file; at least one.</param>
public sealed record DataColumn(string Name, Measure Measure, IReadOnlyList<Observation> Observations)
{
    /// <summary>Whether the file has other columns.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>Whether the file itself says the unit of its numbers, or all that there is to say of them.</summary>
    public bool TellsItsUnit { get; init; }

    /// <summary>Whether numbers stand there without any unit, so that nobody knows what they are.</summary>
    public bool IsWithoutUnit => Measure == Measure.Amount;

    /// <summary>How many values are known only to be more than so much.</summary>
    public int Censored => Observations.Count(observation => observation.IsCensored);
}
