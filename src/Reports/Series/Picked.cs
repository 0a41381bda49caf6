using Simulator.Experiments.Results;

namespace Simulator.Reports.Series;

/// <summary>A sample that a chart shows for a variant.</summary>
/// <param name="Label">The variant's name; or what it is of, where there is only one variant; or both, where neither alone would do.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Number">Its number; where there is only one variant, the number of the sample, so that each has a colour of its own.</param>
/// <param name="Sample">The sample.</param>
/// <param name="IsOfDatabases">Whether it is of databases rather than of those who share them.</param>
public sealed record Picked(string Label, string Variant, int Number, Sample Sample, bool IsOfDatabases)
{
    /// <summary>
    /// The samples of a measure, over all members of all trials. Where a variant has any of tenants, those of databases are left out: they are what the
    /// tenants' are made of.
    /// </summary>
    /// <param name="result">What the study gave.</param>
    /// <param name="measure">The measure, in seconds.</param>
    public static IReadOnlyList<Picked> Of(StudyResult result, string measure)
    {
        List<Picked> all = [.. result.Variants.SelectMany((v, i) => Of(v, result.Study.Variants.FirstOrDefault(s => s.Name == v.Name), i, measure))];
        if (all.Count == 0) return all;
        string first = all[0].Sample.Subject;
        if (all.All(p => p.Sample.Subject == first)) return all;
        if (result.Variants.Count == 1) return [.. all.Select((p, i) => p with { Label = p.Sample.Subject["each ".Length..], Number = i })];
        bool isManifold = all.GroupBy(p => p.Variant).Any(g => g.Count() > 1);
        return [.. all.Select(p => isManifold || p.Sample.Subject != first ? p with { Label = $"{p.Variant} ({p.Sample.Subject})" } : p)];
    }

    private static List<Picked> Of(VariantResult variant, Experiments.Variant? asked, int number, string measure)
    {
        List<Picked> found = [.. variant.Samples.Where(s => Measures.IsOfEach(s, measure))
            .Select(s => new Picked(variant.Name, variant.Name, number, s, Measures.IsOfDatabases(s, asked)))];
        return found.Any(p => !p.IsOfDatabases) ? [found.First(p => !p.IsOfDatabases)] : found;
    }
}
