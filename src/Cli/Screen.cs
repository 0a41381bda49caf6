using Simulator.Experiments;
using Simulator.Experiments.Objectives;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Reports;
using Simulator.Reports.Series;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Simulator.Cli;

/// <summary>What a person sees of a run: a bar while it lasts, then the verdicts and the numbers that answer the question.</summary>
internal sealed class Screen(bool isQuiet)
{
    /// <summary>In a file or a pipe, where nobody tells a width: as wide as the longest expectations ask for.</summary>
    internal const int WidthElsewhere = 140;

    /// <summary>Shows progress on a terminal while something runs; elsewhere it just runs.</summary>
    public T WithProgress<T>(Study study, Func<Action<Experiments.Running.Progress>, T> run)
    {
        if (isQuiet || Console.IsOutputRedirected) return run(_ => { });
        T? result = default;
        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask(study.Name, maxValue: study.Variants.Count * study.TrialsOfVariant);
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
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = WidthElsewhere;
        Console.Out.WriteLine(result.Study.Question);
        if (SweepFigure.IsMany(result))
        {
            VariantsOnScreen.Show(result);
        }
        else
        {
            AnsiConsole.Write(Numbers(result));
            AnsiConsole.Write(Verdicts(result));
        }
        IgnoranceOnScreen.Show(result);
        if (result.Study.Policy is not null) AnsiConsole.Write(Objectives(result));
        ShownTrial shown = result.Variants[0].Shown;
        string variants = result.Variants.Count == 1 ? "" : $" of each of {result.Variants.Count} variants";
        string draws = result.Study.Uncertainty is { } uncertainty ? $" in each of {uncertainty.Draws} draws of what is uncertain" : "";
        Console.Out.WriteLine($"{result.Study.Trials} {(result.Study.Trials == 1 ? "trial" : "trials")}{variants}{draws}, seed {result.Study.Seed}. Trial {shown.Trial} of '{result.Variants[0].Name}' is the one whose story is shown.");
        Console.Out.WriteLine($"{Path.Combine(folder, "report.html")} has the pictures.");
    }

    private static Table Numbers(StudyResult result) => ByVariant(result, ["measure", "p50", "p95", "max"], variant => variant.Measures.Where(Reports.Measures.IsHeadline).Select(measure => Cells(
        $"{measure.Measure} of {measure.Subject}",
        Humane.Format(measure.P50.Value, measure.Unit),
        Humane.Format(measure.P95.Value, measure.Unit),
        Humane.Format(measure.Max, measure.Unit))));

    private static Table Verdicts(StudyResult result) => ByVariant(result, ["verdict", "expectation", "value"], variant => variant.Expectations.Select(expectation => (IRenderable[])
    [
        new Markup(Word(expectation.Verdict)),
        new Text(Within(expectation.Text, variant.Name)),
        new Text(Humane.FormatAs(expectation.Text, expectation.Value, expectation.Unit)),
    ]));

    private static Table Objectives(StudyResult result) => ByVariant(result, ["status", "objective", "limit", "value"], variant => variant.Objectives.Where(objective => objective.Status != ObjectiveStatus.NotApplicable).Select(objective => (IRenderable[])
    [
        new Markup(Word(objective)), new Text(objective.Text), new Text(Humane.Format(objective.Limit, objective.Unit)), new Text(Humane.Format(objective.Value, objective.Unit)),
    ]));

    /// <summary>A table of all variants' rows, each variant named once.</summary>
    private static Table ByVariant(StudyResult result, string[] columns, Func<VariantResult, IEnumerable<IRenderable[]>> rows)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(["variant", .. columns]);
        foreach (VariantResult variant in result.Variants)
        {
            string name = variant.Name;
            foreach (IRenderable[] row in rows(variant))
            {
                table.AddRow([new Text(name), .. row]);
                name = "";
            }
        }
        return table;
    }

    private static IRenderable[] Cells(params IEnumerable<string> texts) => [.. texts.Select(text => new Text(text))];

    /// <summary>An expectation's sentence without the variant that its row already names.</summary>
    private static string Within(string sentence, string variant) => sentence.EndsWith($" in {variant}", StringComparison.Ordinal) ? sentence[..^($" in {variant}".Length)] : sentence;

    private static string Word(ObjectiveResult objective) => objective.Status switch
    {
        ObjectiveStatus.Met => "[green]met[/]",
        ObjectiveStatus.Breached => "[red]breached[/]",
        ObjectiveStatus.NotEnoughEvidence => "[yellow]not-enough-evidence[/]",
        _ => objective.Word,
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "[green]met[/]",
        Verdict.Breached => "[red]breached[/]",
        _ => "[yellow]not enough evidence[/]",
    };
}
