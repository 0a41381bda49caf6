using Simulator.Models.Language;

namespace Simulator.Models.Tenants.Layouts;

/// <summary>Consecutive numbers live together: who came at the same time, or has a name that begins alike. Each database has as many as another, give or take one.</summary>
public sealed record Ranged : TenantLayout
{
    /// <summary>Its word in a scenario.</summary>
    public const string Word = "range";

    /// <inheritdoc/>
    public override void Home(Ground ground, int tenant, Span<int> homes) => homes[0] = (int)((long)tenant * ground.Databases / ground.Tenants);

    /// <inheritdoc/>
    public override string ToString() => Word;

    internal static Parsed<TenantLayout> Read(IReadOnlyList<string> words) => Plain(words, new Ranged());
}
