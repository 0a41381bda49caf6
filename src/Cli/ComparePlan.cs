using System.Globalization;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;

namespace Simulator.Cli;

/// <summary>Which variant of which source is compared with which, and with what luck.</summary>
/// <param name="A">The first source.</param>
/// <param name="B">The second source; the same where there is only one.</param>
/// <param name="Pairs">The variants of both that belong together.</param>
/// <param name="SeedA">Seed of the first side where it is run.</param>
/// <param name="SeedB">Seed of the second side where it is run.</param>
internal sealed record ComparePlan(CompareSource A, CompareSource B, IReadOnlyList<(string A, string B)> Pairs, ulong SeedA, ulong SeedB)
{
    /// <summary>Plans a comparison; says what is wrong where there is none.</summary>
    /// <param name="sources">One or two sources.</param>
    /// <param name="variants">The variants that are asked for; none for all that belong together.</param>
    /// <param name="seed">The seed that is asked for.</param>
    /// <param name="seedB">The seed of the second side that is asked for.</param>
    /// <param name="problem">What is wrong.</param>
    public static ComparePlan? Of(IReadOnlyList<CompareSource> sources, IReadOnlyList<string> variants, ulong? seed, ulong? seedB, out string? problem)
    {
        (CompareSource a, CompareSource b) = (sources[0], sources[^1]);
        // Both sides meet the same luck: that of what is stored, else of the first file, unless something else is asked for.
        ulong seedA = a.Study is null ? a.Seed : seed ?? (b.Study is null ? b.Seed : a.Seed);
        var plan = new ComparePlan(a, b, [], seedA, b.Study is null ? b.Seed : seedB ?? seedA);
        problem = (seed is not null && a.Study is null && b.Study is null) || (seedB is not null && b.Study is null) ? "what is stored has its seed: leave out --seed, and --seed-b where it is the second, or name scenario files"
            : (a.Study is null || b.Study is null) && (a.Study ?? b.Study)?.Uncertainty is not null ? "inputs of the scenario are uncertain: the stored trials of one draw hang together, so that they cannot be compared one by one; compare two scenario files"
            : Missing(a, variants.Take(1)) ?? Missing(b, variants.Skip(variants.Count - 1));
        if (problem is not null) return null;
        (string A, string B)[] pairs = plan.Together(sources.Count == 1, variants, seedB is not null);
        if (pairs.Length > 0) return plan with { Pairs = pairs };
        problem = "there is nothing to compare it with: name a second file or result folder, two of its variants with --variants, or another seed with --seed-b";
        return null;
    }

    /// <summary>Whether a side is stored, so that its number of trials is what it is.</summary>
    public bool IsStored => A.Study is null || B.Study is null;

    /// <summary>How many trials the first look has, unless another number is asked for.</summary>
    public int Trials => A.Stored?.Variants.First(variant => variant.Name == Pairs[0].A).Trials ?? B.Stored?.Variants.First(variant => variant.Name == Pairs[0].B).Trials ?? A.Study!.Trials;

    /// <summary>What is compared with what.</summary>
    public string Title => A.Scenario == B.Scenario && Pairs.Count == 1 && NameOfA(Pairs[0]) != NameOfB(Pairs[0])
        ? $"{A.Scenario}: {NameOfA(Pairs[0])} and {NameOfB(Pairs[0])}"
        : ReferenceEquals(A, B) ? $"{A.Scenario}: its variants" : $"{A.Path} and {B.Path}";

    /// <summary>Name of the result folder.</summary>
    public string Folder
    {
        get
        {
            List<string> parts = [A.Scenario];
            if (B.Scenario != A.Scenario) parts.Add(B.Scenario);
            if (Pairs.Count == 1 && (A.Variants.Count > 1 || B.Variants.Count > 1)) parts.AddRange([Pairs[0].A, Pairs[0].B]);
            if (SeedA != SeedB) parts.Add(string.Create(CultureInfo.InvariantCulture, $"seeds {SeedA} {SeedB}"));
            return ResultFolder.NameOf("compare", parts);
        }
    }

    /// <summary>The pairs of sides.</summary>
    public IReadOnlyList<Match> Matches(RunningOptions running) => [.. Pairs.Select(pair => new Match(
        Pairs.Count == 1 ? "" : pair.B, A.Side(NameOfA(pair), pair.A, SeedA, running), B.Side(NameOfB(pair), pair.B, SeedB, running)))];

    private string NameOfA((string A, string B) pair) => Name(A, pair.A, B, SeedA);

    private string NameOfB((string A, string B) pair) => Name(B, pair.B, A, SeedB);

    private string Name(CompareSource source, string variant, CompareSource other, ulong seed)
    {
        string name = ReferenceEquals(A, B) ? variant : source.Scenario != other.Scenario ? source.Scenario : source.Path;
        if (!ReferenceEquals(A, B) && source.Variants.Count > 1) name += $", {variant}";
        return SeedA == SeedB ? name : $"{name}, seed {seed}";
    }

    private (string A, string B)[] Together(bool isOne, IReadOnlyList<string> variants, bool hasOtherSeed)
    {
        if (variants.Count > 0) return isOne && variants.Count == 1 && !hasOtherSeed ? [] : [(variants[0], variants[^1])];
        if (isOne && !hasOtherSeed) return [.. A.Variants.Skip(1).Select(variant => (A.Variants[0], variant))];
        (string, string)[] common = [.. A.Variants.Intersect(B.Variants).Select(variant => (variant, variant))];
        return common.Length > 0 ? common : [(A.Variants[0], B.Variants[0])];
    }

    private static string? Missing(CompareSource source, IEnumerable<string> variants) => variants.Where(variant => !source.Variants.Contains(variant))
        .Select(variant => $"{source.Path} has no variant '{variant}'; the variants are {string.Join(", ", source.Variants)}").FirstOrDefault();
}
