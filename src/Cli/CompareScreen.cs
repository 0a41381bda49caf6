using Simulator.Experiments.Comparing;
using Simulator.Reports;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary>What a person sees of a comparison.</summary>
internal static class CompareScreen
{
    public static void Show(ComparisonResult result, string folder)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Screen.WidthElsewhere;
        Table table = new Table().Border(TableBorder.Simple).AddColumns("measure", "A", "B", "B - A", "interval", "verdict");
        foreach (ComparedMeasure measure in result.Measures)
            table.AddRow(new Text(ComparisonWords.Name(measure)), new Text(Humane.Format(measure.Shift.A, measure.Unit)), new Text(Humane.Format(measure.Shift.B, measure.Unit)),
                new Text(ComparisonWords.Shift(measure)), new Text(ComparisonWords.Interval(measure)), new Markup($"[{Color(measure.Change)}]{Markup.Escape(ComparisonWords.Verdict(measure, result))}[/]"));
        Console.Out.WriteLine(result.Verdict);
        AnsiConsole.Write(table);
        foreach (string line in ComparisonWords.Pairing(result).Append(ComparisonWords.Method(result)).Concat(result.OnOneSide)) Console.Out.WriteLine(line);
        Console.Out.WriteLine($"{Path.Combine(folder, "report.html")} has the picture, {Path.Combine(folder, "compare.md")} is for a pull request.");
    }

    private static string Color(Change change) => change switch
    {
        Change.Better or Change.NoWorse => "green",
        Change.Worse => "red",
        Change.CannotTell or Change.Different => "yellow",
        _ => "default",
    };
}
