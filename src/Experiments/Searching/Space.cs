using Simulator.Models;

namespace Simulator.Experiments.Searching;

/// <summary>Something that a planner can choose.</summary>
/// <param name="Name">The path whose values it lists, or a name of its own.</param>
/// <param name="Values">Its values by their names, the baseline first.</param>
public sealed record Knob(string Name, IReadOnlyList<string> Values);

/// <summary>Makes the scenario of a design.</summary>
/// <param name="choice">The number of each knob's value, in the order of the knobs.</param>
/// <exception cref="UnsoundDesignException">These values make no sound scenario together.</exception>
public delegate Scenario Building(IReadOnlyList<int> choice);

/// <summary>All designs that some knobs make: one value of each knob. The last knob changes fastest.</summary>
/// <param name="Knobs">The knobs.</param>
/// <param name="Build">Makes the scenario of a design.</param>
/// <param name="Settings">What a file would say to have a design, a line a setting.</param>
public sealed record Space(IReadOnlyList<Knob> Knobs, Building Build, Func<IReadOnlyList<int>, IReadOnlyList<string>> Settings)
{
    /// <summary>More designs than this are not looked through: each pair is compared. Of more a sample can be tried, as a Latin hypercube.</summary>
    public const int MostDesigns = 1000;

    /// <summary>The space of a search whose knobs were not read.</summary>
    public static readonly Space Nothing = new([], _ => throw new InvalidOperationException("the knobs of this search were not read"), _ => []);

    /// <summary>How many designs there are.</summary>
    public long Count => Knobs.Aggregate(1L, (product, knob) => Math.Min(product * knob.Values.Count, int.MaxValue));

    /// <summary>The number of each knob's value in the design of a number.</summary>
    public IReadOnlyList<int> ChoiceOf(int design)
    {
        int[] choice = new int[Knobs.Count];
        for (int knob = Knobs.Count - 1; knob >= 0; knob--)
        {
            choice[knob] = design % Knobs[knob].Values.Count;
            design /= Knobs[knob].Values.Count;
        }
        return choice;
    }

    /// <summary>The values of a design by their names.</summary>
    public IReadOnlyList<string> ValuesOf(IReadOnlyList<int> choice) => [.. choice.Select((value, knob) => Knobs[knob].Values[value])];
}
