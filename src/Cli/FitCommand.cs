using System.CommandLine;
using Simulator.Experiments.Fitting;
using Simulator.Experiments.Results;
using Simulator.Models.Distributions.Data;
using Simulator.Models.Language;
using Simulator.Reports;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary><c>simulator fit</c>: which distribution observed values come from, as a line to paste into a scenario.</summary>
internal static class FitCommand
{
    private static readonly Argument<string> s_file = new("file") { Description = "A CSV file: one value a line, below a head such as 'restore time [min]'. >5h is a value that is known only to be more." };
    private static readonly Option<string> s_column = new("--column") { Description = "The column, by its head, of a file with several.", DefaultValueFactory = _ => "" };
    private static readonly Option<string?> s_unit = new("--unit") { Description = "Unit of bare numbers, such as s, min or GB, instead of what the head says." };
    private static readonly Option<ulong> s_seed = new("--seed") { Description = "Seed of the samples that the p-values come from.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders; the result goes to fit.<file>/.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };

    public static Command Create()
    {
        Command command = new("fit", "Fit distributions to observed values: a ranking with tests, a Q-Q chart, and the line to paste into a scenario. Exit code 1 where none fits or there are too few values.")
        {
            s_file, s_column, s_unit, s_seed, s_output, s_threads,
        };
        RunCommand.Between(s_threads, 1, RunCommand.MostThreads);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(s_file), column = parsed.GetRequiredValue(s_column);
        Parsed<DataUnit?> unit = parsed.GetValue(s_unit) is { } word ? DataUnit.Parse(word).Then(known => Parsed.Ok<DataUnit?>(known)) : Parsed.Ok<DataUnit?>(null);
        using StopSignal stop = new();
        Parsed<FitResult> fitted = unit.Then(known => DataFile.Read(file, file, column, known)).Then(data => Fitter.Fit(file, data, parsed.GetValue(s_seed), parsed.GetValue(s_threads), cancellation: stop.Token));
        if (fitted.Problem is { } problem)
        {
            Console.Error.WriteLine(problem);
            return ExitCode.BadInput;
        }
        FitResult result = fitted.Value;
        string name = ResultFolder.NameOf("fit", column.Length == 0 ? [Path.GetFileNameWithoutExtension(file)] : [Path.GetFileNameWithoutExtension(file), column]);
        string written = ResultFolder.Write(parsed.GetRequiredValue(s_output), name, temporary =>
        {
            FitFile.Write(result, temporary);
            FitReport.Write(result, temporary);
        });
        Show(result, written);
        return result.Best is not null && result.IsEnough ? ExitCode.Met : ExitCode.NotMet;
    }

    private static void Show(FitResult result, string folder)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("distribution", "AICc", "A² p", "KS p", "");
        foreach (FamilyFit fit in result.Ranked)
            table.AddRow(fit.Text, Humane.Format(fit.Aicc, ""), P(fit.AndersonDarling), P(fit.KolmogorovSmirnov), fit.AndersonDarling is null ? "not tested" : fit.IsRejected ? "does not fit" : "may be");
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Screen.WidthElsewhere;
        AnsiConsole.Write(table);
        foreach ((string family, string why) in result.LeftOut) Console.Out.WriteLine($"{family} is left out: {why}");
        foreach (string remark in result.Remarks) Console.Out.WriteLine(remark);
        if (result.Best is { } best) Console.Out.WriteLine($"paste: {best.Text}");
        if (result.Empirical is { } empirical) Console.Out.WriteLine($"or the data themselves, with the file beside the scenario: {empirical}");
        Console.Out.WriteLine($"{result.Data.Count} values, seed {result.Seed}, {result.Samples} samples for each p. {Path.Combine(folder, "report.html")} has the pictures.");
    }

    private static string P(GoodnessOfFit? test) => Humane.Format(test?.Probability ?? double.NaN, "share");
}
