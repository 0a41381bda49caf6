using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants.Layouts;

/// <summary>
/// Copies of a tenant's data on one of a limited number of sets of databases (Cidon et al., Copysets, ATC 2013): if some databases are destroyed at once, data is
/// lost only where all of a set are among them, and the fewer sets there are, the less likely that is; what is lost then is the more. The sets are drawn
/// independently; each tenant has one of them, as good as at random.
/// </summary>
/// <param name="Of">How many databases a set has.</param>
/// <param name="Sets">How many sets there are.</param>
public sealed record Copysets(int Of, int Sets) : TenantLayout
{
    /// <summary>Its word in a scenario.</summary>
    public const string Word = "copysets";

    /// <inheritdoc/>
    public override int Copies => Of;

    /// <inheritdoc/>
    public override int Needs => Of;

    /// <inheritdoc/>
    public override void Home(Ground ground, int tenant, Span<int> homes) => Set(ground, (int)(ground.Uniform(tenant) * Sets), homes);

    /// <summary>The databases of a set.</summary>
    public static void Set(Ground ground, int set, Span<int> homes) => ground.Some(ground.SetKeys, (ulong)set, within: null, homes);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word} {Of} from {Sets}");

    internal static Parsed<TenantLayout> Read(IReadOnlyList<string> words)
    {
        if (words.Count != 4 || words[2] != "from") return Parsed.No<TenantLayout>($"'{string.Join(' ', words)}' lacks its numbers: write copysets 3 from 1000");
        return ReadCopies(words[1]).Then(of => Syntaxes.Count.Parse(words[3]).Then(sets => sets >= 1
            ? Parsed.Ok<TenantLayout>(new Copysets(of, sets))
            : Parsed.No<TenantLayout>($"'{string.Join(' ', words)}' has no set: write at least copysets {of} from 1")));
    }
}
