using Simulator.Experiments.Results;

namespace Simulator.Experiments.Sensitivity;

/// <summary>A number that tells how much an input matters.</summary>
/// <param name="Name">What it is: "total", "mu*", "at high".</param>
/// <param name="Value">The number.</param>
/// <param name="Interval">Its 95 % interval; null where none is told.</param>
/// <param name="IsShare">Whether it is a share of the variance; else it is in the unit of the response.</param>
public sealed record Importance(string Name, double Value, Interval? Interval, bool IsShare = false);

/// <summary>What an input does to a response.</summary>
/// <param name="Numbers">The numbers of the method, the first being what inputs are sorted by.</param>
/// <param name="Matters">Whether the response surely depends on it: the interval is clear of 0, and of what noise alone would make.</param>
public sealed record Effect(IReadOnlyList<Importance> Numbers, bool Matters)
{
    /// <summary>The number of a name.</summary>
    public Importance this[string name] => Numbers.First(index => index.Name == name);
}
