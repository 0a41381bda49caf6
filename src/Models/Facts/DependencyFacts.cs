using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>Something that databases or queues cannot do without is not to be had from here on.</summary>
/// <param name="At">When.</param>
/// <param name="Dependency">Its name in the scenario.</param>
public sealed record DependencyLost(Instant At, string Dependency) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Dependency} is not to be had";
}

/// <summary>It can be had again.</summary>
/// <param name="At">When.</param>
/// <param name="Dependency">Its name in the scenario.</param>
public sealed record DependencyBack(Instant At, string Dependency) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Dependency} can be had again";
}
