using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;

namespace Simulator.Reports.Charts;

/// <summary>How long databases are down in a year, by the fault that took them down.</summary>
public sealed record DowntimeByCause : StackedRows
{
    private DowntimeByCause(IReadOnlyList<string> words, IReadOnlyList<StackedRow> rows)
        : base("downtime-by-cause", "What takes databases down", "Mean over trials of the time in a year that databases are down, all together. An outage belongs to the newest fault that had struck the database"
            + " when it went down, for as long as it lasts.", "s", "downtime a year", words, rows)
    {
    }

    /// <summary>The chart, if a variant tells causes.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        string[] faults = [.. result.Variants.SelectMany(v => v.Measures).Where(m => m.Measure == AvailabilityMeasures.Caused && m.Mean > 0).Select(m => m.Subject).Distinct()];
        if (faults.Length == 0) yield break;
        yield return new DowntimeByCause([.. faults.Select(fault => Drawing.Words.Plain(fault))], [.. result.Variants.Select(variant => new StackedRow(Drawing.Words.Plain(variant.Name),
            [.. faults.Select((fault, part) => (part, Mean(variant, fault))).Where(part => part.Item2 > 0)]))]);
    }

    private static double Mean(VariantResult variant, string fault) =>
        variant.Measures.FirstOrDefault(m => m.Measure == AvailabilityMeasures.Caused && m.Subject == fault)?.Mean ?? 0;
}
