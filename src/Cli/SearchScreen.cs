using Simulator.Experiments;
using Simulator.Experiments.Searching;
using Simulator.Reports;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary>What a person sees of a search: a bar while it lasts, then the answer, the designs that count, and what to paste.</summary>
internal sealed class SearchScreen(bool isQuiet)
{
    private const int MostRows = 24, FewestRows = 10;

    /// <summary>Shows progress on a terminal while something runs; elsewhere it just runs.</summary>
    public SearchResult WithProgress(Study study, Func<Action<SearchProgress>, SearchResult> run)
    {
        if (isQuiet || Console.IsOutputRedirected) return run(_ => { });
        SearchResult? result = null;
        AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask(study.Name, maxValue: study.Search!.Trials.InAll);
            result = run(progress =>
            {
                bar.Value = progress.Done;
                bar.Description = progress.Round == 0 ? "a first look at every design" : $"round {progress.Round}: {progress.Open} of {study.Search.Space.Count} designs are tried further";
            });
        });
        return result!;
    }

    /// <summary>Shows the result.</summary>
    public void Show(SearchResult result, string folder)
    {
        if (isQuiet) return;
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Screen.WidthElsewhere;
        Console.Out.WriteLine(result.Study.Question);
        AnsiConsole.Write(Designs(result));
        Console.Out.WriteLine(SearchWords.Answer(result));
        foreach (string setting in result.Chosen.Take(1).SelectMany(design => design.Settings)) Console.Out.WriteLine($"  {setting}");
        Console.Out.WriteLine(SearchWords.Spent(result));
        Console.Out.WriteLine($"{Path.Combine(folder, "report.html")} has the pictures.");
    }

    private static Table Designs(SearchResult result)
    {
        int[] figures = [.. Enumerable.Range(0, result.Search.Minimise.Count).Where(objective => result.Search.Minimise[objective].Knob is null)]; // a knob has its column
        Table table = new Table().Border(TableBorder.Simple).AddColumns([.. SearchWords.Heads(result), "trials", .. figures.Select(objective => result.Search.Minimise[objective].Text), "status"]);
        IReadOnlyList<DesignResult> sorted = [.. SearchWords.Sorted(result)];
        int count = Math.Max(FewestRows, Math.Min(MostRows, sorted.Count(design => design.Status < DesignStatus.Dominated)));
        foreach (DesignResult design in sorted.Take(count))
        {
            IEnumerable<string> objectives = figures.Select(i => i < design.Objectives.Count ? SearchWords.Value(result, i, design) : "–");
            table.AddRow([.. design.Values.Select(value => new Text(value)), new Text($"{design.Trials}"), .. objectives.Select(text => new Text(text)), new Markup(Word(design))]);
        }
        if (sorted.Count > count) table.Caption($"and {sorted.Count - count} more, in search.csv");
        return table;
    }

    private static string Word(DesignResult design)
    {
        string colour = design.Status switch { DesignStatus.Best => "green", DesignStatus.Tied or DesignStatus.Unproven => "yellow", _ => "grey" };
        return $"[{colour}]{Markup.Escape(SearchWords.Status(design))}[/]";
    }
}
