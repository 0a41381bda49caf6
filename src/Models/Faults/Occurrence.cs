using Simulator.Kernel;
using Simulator.Kernel.Randomness;

namespace Simulator.Models.Faults;

/// <summary>One fault as it happens in one trial.</summary>
/// <param name="World">The trial's world.</param>
/// <param name="Name">The fault's name in the scenario.</param>
public sealed record Occurrence(World World, string Name)
{
    /// <summary>Whether somebody has noticed.</summary>
    public Condition Noticed { get; } = new();

    /// <summary>Where its luck comes from; each call begins the stream anew, so that what is drawn twice is the same.</summary>
    /// <param name="what">What for.</param>
    public RandomStream Stream(string what) => World.Streams.Get(Name, what).For(0);
}
