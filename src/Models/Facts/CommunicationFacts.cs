using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>The public was told about a fault.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">The fault's name in the scenario.</param>
/// <param name="Occurrence">Which of its occurrences, from 0.</param>
/// <param name="Number">The how-many-th notice it is, from 1.</param>
/// <param name="IsLast">Whether it tells that all are back.</param>
public sealed record PublicNotice(Instant At, string Fault, int Occurrence, int Number, bool IsLast) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => IsLast ? $"the public is told that {Fault} is over" : Number == 1 ? $"the public is told of {Fault}" : $"the public is told how things stand with {Fault}, notice {Number}";
}

/// <summary>A tenant that was hit was spoken to.</summary>
/// <param name="At">When.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number.</param>
public sealed record TenantContacted(Instant At, string Population, int Tenant) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Population} {Tenant} is spoken to";
}
