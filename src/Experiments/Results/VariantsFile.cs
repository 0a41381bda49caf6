using System.Globalization;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes <c>variants.csv</c> (RFC 4180 with line feeds) of a study with <c>vary</c>: one row a variant, with a column an axis (a number where all its
/// values are of one kind, with the unit in brackets, else its text), the verdicts, and of every measure the mean with both ends of its 95 % interval, p50,
/// p95, p99 and the largest value, the unit in brackets. Numbers and empty cells are as in <c>trials.csv</c>.
/// </summary>
public static class VariantsFile
{
    private static readonly (string Name, Func<MeasureSummary, double?> Value)[] s_figures =
    [
        ("mean", m => m.Mean), ("mean low", m => m.MeanInterval?.Low), ("mean high", m => m.MeanInterval?.High),
        ("p50", m => m.P50.Value), ("p95", m => m.P95.Value), ("p99", m => m.P99.Value), ("max", m => m.Max),
    ];

    /// <summary>Whether a study has axes, so that there is such a file.</summary>
    public static bool IsOf(StudyResult result) => result.Study.Variants.Any(variant => variant.Levels.Count > 0);

    /// <summary>Writes the rows of all variants; what a variant does not have is an empty cell.</summary>
    /// <exception cref="IOException">The text cannot be written.</exception>
    public static void Write(StudyResult result, TextWriter to)
    {
        IReadOnlyList<SweepAxis> axes = SweepAxis.Of(result.Study);
        string[] sentences = [.. result.Variants.SelectMany(v => v.Expectations).Select(e => e.Text).Distinct()];
        (string Measure, string Subject, string Unit)[] measures = [.. result.Variants.SelectMany(v => v.Measures).Select(m => (m.Measure, m.Subject, m.Unit)).Distinct()];
        IEnumerable<string> heads = measures.SelectMany(m => s_figures.Select(f => $"{m.Measure}{(m.Subject.Length == 0 ? "" : $" of {m.Subject}")}: {f.Name} [{m.Unit}]"));
        TrialsFile.WriteRow(to, [.. ((string[])["variant", .. axes.Select(axis => axis.Head), .. sentences, "trials", .. heads]).Select(TrialsFile.Text)]);
        foreach (VariantResult variant in result.Variants)
        {
            Dictionary<(string, string, string), MeasureSummary> known = variant.Measures.ToDictionary(m => (m.Measure, m.Subject, m.Unit));
            IEnumerable<string> values = measures.SelectMany(m => s_figures.Select(f => known.TryGetValue(m, out MeasureSummary? summary) ? TrialsFile.Number(f.Value(summary) ?? double.NaN) : ""));
            IEnumerable<string> verdicts = sentences.Select(text => variant.Expectations.FirstOrDefault(e => e.Text == text) is { } found ? SummaryFile.Word(found.Verdict) : "");
            TrialsFile.WriteRow(to,
            [
                TrialsFile.Text(variant.Name), .. axes.Select(axis => Cell(axis, axis.LevelOf(result.Study, variant.Name))), .. verdicts,
                variant.Trials.ToString(CultureInfo.InvariantCulture), .. values,
            ]);
        }
    }

    private static string Cell(SweepAxis axis, Level? level) => level is null ? "" : axis.IsNumeric ? TrialsFile.Number(level.Value!.Value) : TrialsFile.Text(level.Text);
}
