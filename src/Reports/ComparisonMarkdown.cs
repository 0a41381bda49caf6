using System.Text;
using Simulator.Experiments.Comparing;

namespace Simulator.Reports;

/// <summary>A comparison as Markdown for a pull request: the verdict, the measures that tell something, and the rest folded.</summary>
public static class ComparisonMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(ComparisonResult result)
    {
        var text = new StringBuilder($"### {Plain(result.Title)}\n\n**{Plain(result.Verdict)}**\n\n");
        Table(text, result, ["Measure", "A", "B", "B - A", "Interval", "Verdict"], measure =>
            [ComparisonWords.Name(measure), Humane.Format(measure.Shift.A, measure.Unit), Humane.Format(measure.Shift.B, measure.Unit), ComparisonWords.Shift(measure), ComparisonWords.Interval(measure), Marked(measure, result)]);
        text.Append("\n<details><summary>Details</summary>\n\n");
        foreach (string pairing in ComparisonWords.Pairing(result)) text.Append($"- {Plain(pairing)}\n");
        text.Append($"- {Plain(ComparisonWords.Method(result))}\n");
        foreach (string other in result.OnOneSide) text.Append($"- {Plain(other)}\n");
        text.Append('\n');
        Table(text, result, ["Measure", "p (Holm)", "Trials", "Difference of medians", "Difference of p95", "Remark"], measure =>
            [ComparisonWords.Name(measure), ComparisonWords.P(measure), Humane.Format(measure.Trials, "count"), ComparisonWords.Signed(measure.OfMedians, measure.Unit), ComparisonWords.Signed(measure.OfP95, measure.Unit), ComparisonWords.Remark(measure)]);
        return text.Append("\n</details>\n").ToString();
    }

    private static void Table(StringBuilder text, ComparisonResult result, string[] heads, Func<ComparedMeasure, string[]> cells)
    {
        text.Append($"| {string.Join(" | ", heads)} |\n|{string.Concat(Enumerable.Repeat("---|", heads.Length))}\n");
        foreach (ComparedMeasure measure in result.Measures) text.Append($"| {string.Join(" | ", cells(measure).Select(Plain))} |\n");
    }

    private static string Marked(ComparedMeasure measure, ComparisonResult result) => measure.Change switch
    {
        Change.Worse => "❌ ",
        Change.Better or Change.NoWorse => "✅ ",
        Change.Same => "",
        _ => "❔ ",
    } + ComparisonWords.Verdict(measure, result);

    /// <summary>Text that is text in Markdown, whatever a scenario says.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c is '|' or '*' or '_' or '`' or '<' or '[' or ']' or '\\' or '#' ? $"\\{c}" : char.IsControl(c) ? " " : c.ToString()));
}
