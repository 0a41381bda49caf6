using System.Text;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what is left of a comparison: a page with its picture, Markdown, a table, and test results.</summary>
public static class ComparisonReport
{
    /// <summary>Writes <c>report.html</c>, <c>charts/differences.*</c>, <c>compare.md</c>, <c>compare.csv</c> and <c>compare.xml</c> into an existing folder.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="isStrict">Whether what cannot be told counts as bad.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(ComparisonResult result, bool isStrict, string folder)
    {
        IReadOnlyList<Chart> charts = [.. Differences.Of(result)];
        Report.Write(charts, ComparisonPage.Of(result, charts), folder);
        File.WriteAllText(Path.Combine(folder, "compare.md"), ComparisonMarkdown.Of(result), new UTF8Encoding(false));
        using (var csv = new StreamWriter(Path.Combine(folder, "compare.csv"), append: false, new UTF8Encoding(false))) ComparisonFile.Write(result, csv);
        JUnitFile.Write($"compare {result.Title}", [.. result.Measures.Select(measure => CaseOf(measure, result, isStrict))], Path.Combine(folder, "compare.xml"));
    }

    private static JUnitCase CaseOf(ComparedMeasure measure, ComparisonResult result, bool isStrict) => new(
        measure.Match.Length == 0 ? result.Title : $"{result.Title}.{measure.Match}", measure.Text,
        measure.Change == Change.Worse || (isStrict && measure.Change == Change.CannotTell) ? JUnitState.Failed : measure.Change == Change.CannotTell ? JUnitState.Skipped : JUnitState.Passed,
        ComparisonFile.Word(measure.Change),
        $"{Humane.Format(measure.Shift.A, measure.Unit)}, then {Humane.Format(measure.Shift.B, measure.Unit)}: {ComparisonWords.Shift(measure)} ({ComparisonWords.Interval(measure)}), {ComparisonWords.Verdict(measure, result)}");
}
