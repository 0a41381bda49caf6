using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants.Layouts;

/// <summary>
/// Shuffle sharding: each tenant has its own draw of several databases, all of them equally likely, and is served as long as one of them is up. Of n databases
/// there are C(n, k) such sets: two tenants rarely have all of theirs in common. With copies of data in the place of workers it is random replication, which
/// may be confined to the databases that follow the first one (scatter width: Cidon et al., Copysets, ATC 2013).
/// </summary>
/// <param name="Of">How many databases each has.</param>
/// <param name="Within">Among how many, following the first in a ring, the others are drawn; null for all of its cell.</param>
public sealed record Shuffled(int Of, int? Within) : TenantLayout
{
    /// <summary>Its word in a scenario.</summary>
    public const string Word = "shuffle";

    /// <inheritdoc/>
    public override int Copies => Of;

    /// <inheritdoc/>
    public override int Needs => Math.Max(Of, (Within ?? 0) + 1);

    /// <inheritdoc/>
    public override void Home(Ground ground, int tenant, Span<int> homes) => ground.Some(ground.Keys, (ulong)tenant, Within, homes);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word} {Of}{(Within is { } width ? $" within {width}" : "")}");

    internal static Parsed<TenantLayout> Read(IReadOnlyList<string> words)
    {
        bool isWide = words.Count == 2;
        if (!isWide && !(words.Count == 4 && words[2] == "within")) return Parsed.No<TenantLayout>($"'{string.Join(' ', words)}' lacks its number: write shuffle 2, or shuffle 3 within 10");
        return ReadCopies(words[1]).Then(of => isWide ? Parsed.Ok<TenantLayout>(new Shuffled(of, null)) : Syntaxes.Count.Parse(words[3]).Then(within => within >= of - 1 && within > 0
            ? Parsed.Ok<TenantLayout>(new Shuffled(of, within))
            : Parsed.No<TenantLayout>($"'{string.Join(' ', words)}': {within} that follow the first are too few for {of - 1} others")));
    }
}
