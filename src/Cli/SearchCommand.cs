using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Searching;
using Simulator.Reports;

namespace Simulator.Cli;

/// <summary><c>simulator search</c>: finds the design that is wanted among those that the knobs of a scenario's <c>search</c> make.</summary>
internal static class SearchCommand
{
    private const int MostTrials = 10_000_000; // as in a file

    private static readonly Argument<string> s_file = new("file") { Description = "The scenario file (YAML), with a section 'search'." };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<int?> s_budget = new("--budget") { Description = "Trials of all designs together, instead of the file's; the result goes to results/<name>.search.budget-<n>/." };
    private static readonly Option<ulong?> s_seed = new("--seed") { Description = "Seed, instead of the file's; the result goes to results/<name>.search.seed-<n>/." };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Command command = new("search", "Find the design that is wanted: the cheapest that holds what must hold, or the front of several objectives. Trials go where they decide; table, numbers and pictures go to results/<name>.search/.")
        {
            s_file, s_output, s_threads, s_budget, s_seed, s_quiet,
        };
        RunCommand.Between(s_threads, 1, RunCommand.MostThreads);
        RunCommand.Between(s_budget, 2, MostTrials);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(s_file);
        if (Reading.Read(file) is not { } read) return ExitCode.BadInput;
        if (read.Search is not { } asked) return Refused($"{file}: there is no section 'search' in it, which says what can be chosen and what is wanted; simulator explain search shows how it is written");
        Search search = asked with { Trials = asked.Trials with { InAll = parsed.GetValue(s_budget) ?? asked.Trials.InAll } };
        if (Searcher.Problem(search) is { } problem) return Refused($"{file}: {problem}");
        Study study = read with { Search = search, Seed = parsed.GetValue(s_seed) ?? read.Seed };
        string name = FolderOf(study, read);
        ResultFolder.Try(parsed.GetRequiredValue(s_output), name);
        using StopSignal stop = new();
        var screen = new SearchScreen(parsed.GetValue(s_quiet));
        SearchResult result = screen.WithProgress(study, tell => Searcher.Run(study, parsed.GetRequiredValue(s_threads), RunCommand.Prepare, tell, stop.Token));
        string folder = ResultFolder.Write(parsed.GetRequiredValue(s_output), name, temporary =>
        {
            SearchFiles.Write(result, temporary);
            SearchReport.Write(result, Path.GetFileName(file), temporary);
            stop.Token.ThrowIfCancellationRequested();
        });
        screen.Show(result, folder);
        return result.Chosen.Count > 0 ? ExitCode.Met : ExitCode.NotMet;
    }

    private static int Refused(string problem)
    {
        Console.Error.WriteLine(problem);
        return ExitCode.BadInput;
    }

    private static string FolderOf(Study study, Study asked)
    {
        List<string> parts = ["search"];
        if (study.Search!.Trials.InAll != asked.Search!.Trials.InAll) parts.Add($"budget {study.Search.Trials.InAll}");
        if (study.Seed != asked.Seed) parts.Add($"seed {study.Seed}");
        return ResultFolder.NameOf(study.Name, parts);
    }
}
