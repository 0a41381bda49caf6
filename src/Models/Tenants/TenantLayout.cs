using Simulator.Models.Language;
using Simulator.Models.Tenants.Layouts;

namespace Simulator.Models.Tenants;

/// <summary>
/// Which databases a tenant lives in: a function of its number, so that nothing is stored for a tenant. The table below is the only registration: a new
/// layout is a record in the folder Layouts and a line here.
/// </summary>
public abstract record TenantLayout
{
    /// <summary>The most databases that a tenant lives in at once.</summary>
    public const int MostCopies = 16;

    private static readonly IReadOnlyList<(string Word, Func<IReadOnlyList<string>, Parsed<TenantLayout>> Read)> s_kinds =
    [
        (Hashed.Word, Hashed.Read), (Ranged.Word, Ranged.Read), (Packed.Word, Packed.Read), (Shuffled.Word, Shuffled.Read), (Copysets.Word, Copysets.Read),
    ];

    /// <summary>How a layout is written: its word, and its numbers.</summary>
    public static readonly Syntax<TenantLayout> Syntax = new(
        "a layout", "^(hash|range|size|shuffle [0-9]+( within [0-9]+)?|copysets [0-9]+ from [0-9]+)$", "shuffle 2", Parse);

    /// <summary>In how many databases a tenant lives at once: it is served as long as one of them is up, and its data is there as long as one has it.</summary>
    public virtual int Copies => 1;

    /// <summary>How many databases a cell must have for it.</summary>
    public virtual int Needs => 1;

    /// <summary>Finds the databases of a tenant that shares them with others.</summary>
    /// <param name="ground">The databases.</param>
    /// <param name="tenant">Its number.</param>
    /// <param name="homes">Room for <see cref="Copies"/> of their numbers; the first is the one that it is restored from, and into.</param>
    public abstract void Home(Ground ground, int tenant, Span<int> homes);

    /// <summary>A layout without numbers.</summary>
    private protected static Parsed<TenantLayout> Plain(IReadOnlyList<string> words, TenantLayout layout) => words.Count == 1
        ? Parsed.Ok(layout)
        : Parsed.No<TenantLayout>($"'{string.Join(' ', words)}' has words too many: write {words[0]}");

    /// <summary>In how many databases a tenant is to live.</summary>
    private protected static Parsed<int> ReadCopies(string text) => Syntaxes.Count.Parse(text).Then(copies => copies is >= 1 and <= MostCopies
        ? Parsed.Ok(copies)
        : Parsed.No<int>($"'{text}' is out of range: a tenant lives in 1 to {MostCopies} databases"));

    private static Parsed<TenantLayout> Parse(string text)
    {
        string[] words = text.Split(' '), known = [.. s_kinds.Select(kind => kind.Word)];
        foreach ((string word, Func<IReadOnlyList<string>, Parsed<TenantLayout>> read) in s_kinds)
            if (word == words[0]) return read(words);
        return Parsed.No<TenantLayout>($"'{text}' is not a layout: write hash, range, size, shuffle 2, shuffle 3 within 10 or copysets 3 from 1000{Near.Hint(words[0], known)}");
    }
}
