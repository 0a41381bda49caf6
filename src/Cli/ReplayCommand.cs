using System.CommandLine;
using System.Globalization;
using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Replays;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Reports;
using Simulator.ScenarioFiles.Moving;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary><c>simulator replay</c>: every published incident from its published inputs, held against its published outcome.</summary>
internal static class ReplayCommand
{
    private const double By = 0.2;
    private static readonly Argument<string[]> s_paths = new("path")
    {
        Description = "Scenario files, or folders of them, one file an incident.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => [Path.Combine("scenarios", "atlassian-2022.yaml"), Path.Combine("scenarios", "incidents")],
    };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders: one an incident with its charts, and replay/ with its page, picture and replay.csv over all.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<bool> s_inputs = new("--no-inputs") { Description = "Do not look which inputs each figure depends on." };

    public static Command Create()
    {
        Command command = new("replay", "Replay published incidents: a table of published and simulated figures, which inputs each depends on (each is moved by a fifth), and a result folder with charts for each incident.")
        {
            s_paths, s_output, s_threads, s_inputs,
        };
        RunCommand.Between(s_threads, 1, RunCommand.MostThreads);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        List<string> files = [];
        foreach (string path in parsed.GetRequiredValue(s_paths))
        {
            string[] found = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal)] : [path];
            if (found.Length == 0)
            {
                Console.Error.WriteLine($"{path}: no scenario files (*.yaml) are there to replay");
                return ExitCode.BadInput;
            }
            files.AddRange(found);
        }
        List<(string File, Study Study)> studies = [];
        foreach (string file in files)
            if (Reading.Read(file) is { } study) studies.Add((file, study));
        if (studies.Count < files.Count) return ExitCode.BadInput;
        foreach (var alike in studies.GroupBy(pair => pair.Study.Name).Where(group => group.Count() > 1))
        {
            Console.Error.WriteLine($"{string.Join(" and ", alike.Select(pair => pair.File))} are both called '{alike.Key}': their results would have one folder; give each a name of its own");
            return ExitCode.BadInput;
        }
        using StopSignal stop = new();
        List<ReplayRow> rows = [];
        foreach ((string file, Study study) in studies) rows.AddRange(Replay(file, study, parsed, stop.Token));
        Dictionary<string, IReadOnlyList<string>> fitted = studies.ToDictionary(pair => pair.Study.Name, pair => pair.Study.Fitted);
        string written = ResultFolder.Write(parsed.GetRequiredValue(s_output), "replay", temporary =>
        {
            ReplayFile.Write(rows, Path.Combine(temporary, "replay.csv"));
            ReplayReport.Write(rows, fitted, temporary);
        });
        Show(rows, fitted, written);
        return rows.All(row => row.Result.Verdict == Verdict.Met) ? ExitCode.Met : ExitCode.NotMet;
    }

    private static IEnumerable<ReplayRow> Replay(string file, Study study, ParseResult parsed, CancellationToken stop)
    {
        int threads = parsed.GetValue(s_threads);
        StudyResult Try(Study tried, int on) => Experiment.Run(tried, on, RunCommand.Prepare, null, RunCommand.Trace, stop);
        StudyResult result = Try(study, threads);
        ResultFolder.Write(parsed.GetRequiredValue(s_output), study.Name, temporary =>
        {
            ResultFolder.WriteTexts(result, temporary);
            Report.Write(result, temporary);
        });
        IReadOnlyList<ReplayRow> rows = ReplayRow.Of(result);
        if (parsed.GetValue(s_inputs)) return rows;
        IReadOnlyList<IReadOnlyList<string>> inputs = Dependence.Of(study, [.. Inputs.Of(file, By).Select(Apart)], threads, tried => Try(tried, on: 1), stop);
        return rows.Select((row, index) => index < inputs.Count ? row with { Inputs = inputs[index] } : row);
    }

    private static Func<(string Path, Study Study)?> Apart(Func<MovedInput?> input) => () => input() is { } moved ? (moved.Path, moved.Study) : null;

    private static void Show(List<ReplayRow> rows, Dictionary<string, IReadOnlyList<string>> fitted, string folder)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("incident", "figure", "published", "simulated", "95 % interval", "verdict");
        string last = "";
        foreach (ReplayRow row in rows)
        {
            table.AddRow(new Text(row.Incident == last ? "" : row.Incident), new Text(row.FigureAndVariant), new Text(row.Published),
                new Text(Humane.Format(row.Result.Value ?? double.NaN, row.Result.Unit)), new Text(Between(row.Result)), new Text(Word(row.Result.Verdict)));
            last = row.Incident;
        }
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Screen.WidthElsewhere;
        AnsiConsole.Write(table);
        foreach ((string incident, IReadOnlyList<string> inputs) in fitted.Where(pair => pair.Value.Count > 0)) Console.Out.WriteLine($"{incident}: fitted {string.Join(", ", inputs)}");
        foreach (ReplayRow row in rows.Where(row => row.Inputs is not null))
            Console.Out.WriteLine($"{row.Incident}: {row.FigureAndVariant} depends on {(row.Inputs!.Count == 0 ? "no quantity of the file" : string.Join(", ", row.Inputs))}");
        Console.Out.WriteLine($"{rows.Count(row => row.Result.Verdict == Verdict.Met).ToString(CultureInfo.InvariantCulture)} of {rows.Count} figures are met. {Path.Combine(folder, "report.html")} shows them.");
    }

    private static string Between(ExpectationResult result) => result.Interval is { } interval ? $"{Humane.Format(interval.Low, result.Unit)} to {Humane.Format(interval.High, result.Unit)}" : "-";

    private static string Word(Verdict verdict) => verdict switch { Verdict.Met => "met", Verdict.Breached => "not met", _ => "not enough evidence" };
}
