using Simulator.Models.Language;

namespace Simulator.Models.Tenants.Layouts;

/// <summary>Tenants are hashed over the databases: as good as at random, so that a database has about as many as another. Over one database: all share it.</summary>
public sealed record Hashed : TenantLayout
{
    /// <summary>Its word in a scenario.</summary>
    public const string Word = "hash";

    /// <inheritdoc/>
    public override void Home(Ground ground, int tenant, Span<int> homes) => homes[0] = ground.One(tenant);

    /// <inheritdoc/>
    public override string ToString() => Word;

    internal static Parsed<TenantLayout> Read(IReadOnlyList<string> words) => Plain(words, new Hashed());
}
