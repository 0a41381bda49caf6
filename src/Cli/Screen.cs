using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Reports;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary>What a person sees of a run: a bar while it lasts, then the verdicts and the numbers that answer the question.</summary>
internal sealed class Screen(bool isQuiet)
{
    /// <summary>Shows progress on a terminal while something runs; elsewhere it just runs.</summary>
    public StudyResult WithProgress(Study study, Func<Action<Experiments.Running.Progress>, StudyResult> run)
    {
        if (isQuiet || Console.IsOutputRedirected) return run(_ => { });
        StudyResult? result = null;
        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask(study.Name, maxValue: study.Variants.Count * study.Trials);
            result = run(progress =>
            {
                bar.MaxValue = progress.All;
                bar.Value = progress.Done;
                bar.Description = Markup.Escape(progress.Variant);
            });
        });
        return result!;
    }

    /// <summary>Shows the result.</summary>
    public void Show(StudyResult result, string folder)
    {
        if (isQuiet) return;
        Console.Out.WriteLine(result.Study.Question);
        AnsiConsole.Write(Numbers(result));
        AnsiConsole.Write(Verdicts(result));
        ShownTrial shown = result.Variants[0].Shown;
        Console.Out.WriteLine($"{result.Study.Trials} trials of each of {result.Variants.Count} variants, seed {result.Study.Seed}. Trial {shown.Trial} of '{result.Variants[0].Name}' is the one whose story is shown.");
        Console.Out.WriteLine($"{Path.Combine(folder, "report.html")} has the pictures.");
    }

    private static Table Numbers(StudyResult result)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("variant", "measure", "p50", "p95", "max");
        foreach (VariantResult variant in result.Variants)
        {
            string name = variant.Name;
            foreach (MeasureSummary measure in variant.Measures.Where(IsHeadline))
            {
                table.AddRow(Cells(name, $"{measure.Measure} of {measure.Subject}", Humane.Format(measure.P50.Value, measure.Unit), Humane.Format(measure.P95.Value, measure.Unit), Humane.Format(measure.Max, measure.Unit)));
                name = "";
            }
        }
        return table;
    }

    private static bool IsHeadline(MeasureSummary measure) =>
        (measure.Measure is "loss" or "downtime" && measure.Subject.StartsWith("worst ", StringComparison.Ordinal))
        || measure.Measure is "time to last" or "rolled back writes" or "blast radius";

    private static Table Verdicts(StudyResult result)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("verdict", "expectation", "value");
        foreach (VariantResult variant in result.Variants)
            foreach (ExpectationResult expectation in variant.Expectations)
                table.AddRow(new Markup(Word(expectation.Verdict)), new Text(expectation.Text), new Text(Humane.Format(expectation.Value, expectation.Unit)));
        return table;
    }

    private static Text[] Cells(params string[] texts) => [.. texts.Select(text => new Text(text))];

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "[green]met[/]",
        Verdict.Breached => "[red]breached[/]",
        _ => "[yellow]not enough evidence[/]",
    };
}
