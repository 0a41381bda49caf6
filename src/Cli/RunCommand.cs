using System.CommandLine;
using System.Globalization;
using Simulator.Experiments;
using Simulator.Experiments.Objectives;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Reports;
using Simulator.ScenarioFiles;

namespace Simulator.Cli;

/// <summary><c>simulator run</c>: tries a scenario and writes its result folder.</summary>
internal static class RunCommand
{
    internal const int MostThreads = 1000;
    internal const int MostTrials = 1_000_000; // as in a file

    private static readonly Argument<string> s_file = new("file") { Description = "The scenario file (YAML)." };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<int?> s_trials = new("--trials") { Description = "Trials of each variant, instead of the file's; the result goes to results/<name>.trials-<n>/." };
    private static readonly Option<ulong?> s_seed = new("--seed") { Description = "Seed, instead of the file's; the result goes to results/<name>.seed-<n>/." };
    private static readonly Option<string?> s_variant = new("--variant") { Description = "Only this variant; the result goes to results/<name>.<variant>/." };
    private static readonly Option<int?> s_trial = new("--trial") { Description = "Run this trial alone and print its journal; writes nothing." };
    private static readonly Option<string?> s_policy = new("--policy") { Description = "Objectives to hold it against, instead of those that the file names; the result goes to results/<name>.policy-<name>/." };
    private static readonly Option<string?> s_junit = new("--junit") { Description = "Write the verdicts to this file too, as JUnit's XML for build servers." };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Command command = new("run", "Try a scenario: report, charts and numbers go to results/<name>/. With --variant, --trials or --seed they go to a folder of their own beside it, results/<name>.<what>/, unless that is what the file says.")
        {
            s_file, s_output, s_threads, s_trials, s_seed, s_variant, s_trial, s_policy, s_junit, s_quiet,
        };
        Between(s_threads, 1, MostThreads);
        Between(s_trials, 1, MostTrials);
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    internal static void Between(Option option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 0 || !int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number)) return; // told by its own message
        if (number < least) result.AddError($"{option.Name} must be at least {least}");
        if (number > most) result.AddError($"{option.Name} must be at most {most}");
    });

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(s_file);
        try
        {
            return Run(parsed, file);
        }
        catch (TrialException broken)
        {
            Console.Error.WriteLine($"repeat it with: simulator run \"{file}\" {broken.Arguments}");
            throw;
        }
    }

    private static int Run(ParseResult parsed, string file)
    {
        if (Reading.Read(file) is not { } read) return ExitCode.BadInput;
        if (Narrowed(read, parsed) is not { } narrowed || WithPolicy(narrowed, parsed.GetValue(s_policy)) is not { } study) return ExitCode.BadInput;
        if (parsed.GetValue(s_trial) is { } trial) return Journal.Print(study, trial);

        string? junit = parsed.GetValue(s_junit);
        if (junit is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(junit))))
        {
            Console.Error.WriteLine($"--junit {junit}: there is no such folder");
            return ExitCode.BadInput;
        }
        string name = FolderOf(study, read, parsed.GetValue(s_variant));
        ResultFolder.Try(parsed.GetRequiredValue(s_output), name);
        using StopSignal stop = new();
        Screen screen = new(parsed.GetValue(s_quiet));
        StudyResult result = screen.WithProgress(study, report => Experiment.Run(study, parsed.GetRequiredValue(s_threads), Prepare, report, Trace, stop.Token));
        string folder = ResultFolder.Write(parsed.GetRequiredValue(s_output), name, temporary =>
        {
            ResultFolder.WriteTexts(result, temporary);
            stop.Token.ThrowIfCancellationRequested();
            Report.Write(result, temporary);
            stop.Token.ThrowIfCancellationRequested();
        });
        if (junit is not null) JUnitFile.Write(study.Name, JUnitFile.Of(result), junit);
        screen.Show(result, folder);
        return result.Variants.All(variant => variant.IsGood) ? ExitCode.Met : ExitCode.NotMet;
    }

    /// <summary>Every trial of a scenario shares one prepared world.</summary>
    public static Func<int, TrialRecord> Prepare(Scenario scenario, ulong seed) => PreparedScenario.Prepare(scenario, seed).Run;

    /// <summary>As <see cref="Prepare"/>, and every event is remembered.</summary>
    public static Func<int, TrialRecord> Trace(Scenario scenario, ulong seed) => PreparedScenario.Prepare(scenario, seed).Trace;

    /// <summary>A run that is not the whole one that the file asks for must not take the place of that one's result.</summary>
    private static string FolderOf(Study study, Study asked, string? only)
    {
        List<string> parts = [];
        if (only is not null && asked.Variants.Count > 1) parts.Add(only);
        if (study.Trials != asked.Trials) parts.Add($"trials {study.Trials}");
        if (study.Seed != asked.Seed) parts.Add($"seed {study.Seed}");
        if (study.Policy is { } policy && policy != asked.Policy) parts.Add($"policy {policy.Name}");
        return ResultFolder.NameOf(study.Name, parts);
    }

    /// <summary>The study with the policy of another file, if one is named; null after its problems were printed.</summary>
    private static Study? WithPolicy(Study study, string? file)
    {
        if (file is null) return study;
        Policy? policy = PolicyFile.Read(file, out IReadOnlyList<Problem> problems);
        Reading.Tell(problems);
        return policy is null ? null : study with { Policy = policy };
    }

    private static Study? Narrowed(Study study, ParseResult parsed)
    {
        string? only = parsed.GetValue(s_variant);
        List<Variant> variants = [.. study.Variants.Where(variant => only is null || variant.Name == only)];
        if (variants.Count == 0)
        {
            Console.Error.WriteLine($"there is no variant '{only}'; the variants are {string.Join(", ", study.Variants.Select(variant => variant.Name))}");
            return null;
        }
        return study with
        {
            Variants = variants,
            Expectations = [.. study.Expectations.Where(expectation => variants.Any(variant => expectation.SpeaksOf(variant.Name)))],
            Trials = parsed.GetValue(s_trials) ?? study.Trials,
            Seed = parsed.GetValue(s_seed) ?? study.Seed,
        };
    }
}
