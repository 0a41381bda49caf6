using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>One thing that is varied.</summary>
/// <param name="Name">What it is called, or the path whose values it lists.</param>
/// <param name="Values">Its values, the baseline first.</param>
internal sealed record Axis(string Name, IReadOnlyList<AxisValue> Values)
{
    /// <summary>Whether it gives one path several values; its values are called by their texts.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether it is a sample over several paths; then each path is an axis of the results.</summary>
    public bool IsSample { get; init; }
}

/// <summary>One value of an axis.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Changes">What it changes.</param>
internal sealed record AxisValue(string Name, Position At, IReadOnlyList<Change> Changes);
