using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Reports;

namespace Simulator.Cli;

/// <summary><c>simulator run</c>: tries a scenario and writes its result folder.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> s_file = new("file") { Description = "The scenario file (YAML)." };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<int?> s_trials = new("--trials") { Description = "Trials of each variant, instead of the file's." };
    private static readonly Option<ulong?> s_seed = new("--seed") { Description = "Seed, instead of the file's." };
    private static readonly Option<string?> s_variant = new("--variant") { Description = "Only this variant." };
    private static readonly Option<int?> s_trial = new("--trial") { Description = "Run this trial alone and print its journal; writes nothing." };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Command command = new("run", "Try a scenario: report, charts and numbers go to results/<name>/.")
        {
            s_file, s_output, s_threads, s_trials, s_seed, s_variant, s_trial, s_quiet,
        };
        AtLeastOne(s_threads);
        AtLeastOne(s_trials);
        command.SetAction((parsed, stop) => Task.FromResult(Guarded(() => Run(parsed, stop))));
        return command;
    }

    private static void AtLeastOne<T>(Option<T> option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is int and < 1) result.AddError($"{option.Name} must be at least 1");
    });

    private static int Run(ParseResult parsed, CancellationToken stop)
    {
        string file = parsed.GetRequiredValue(s_file);
        if (Reading.Read(file) is not { } read) return ExitCode.BadInput;
        if (Narrowed(read, parsed) is not { } study) return ExitCode.BadInput;
        if (parsed.GetValue(s_trial) is { } trial) return Journal.Print(study, trial);

        Screen screen = new(parsed.GetValue(s_quiet));
        StudyResult result = screen.WithProgress(study, report => Experiment.Run(study, parsed.GetRequiredValue(s_threads), Prepare, report, stop));
        string folder = ResultFolder.Write(parsed.GetRequiredValue(s_output), study.Name, temporary =>
        {
            ResultFolder.WriteTexts(result, temporary);
            Report.Write(result, temporary);
        });
        screen.Show(result, folder);
        return result.Variants.SelectMany(variant => variant.Expectations).All(expectation => expectation.Verdict == Verdict.Met) ? ExitCode.Met : ExitCode.NotMet;
    }

    /// <summary>Every trial of a scenario shares one prepared world.</summary>
    public static Func<int, TrialRecord> Prepare(Scenario scenario, ulong seed) => PreparedScenario.Prepare(scenario, seed).Run;

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

    private static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped; nothing was written");
            return ExitCode.Stopped;
        }
        catch (SurroundingsException failure)
        {
            Console.Error.WriteLine(failure.Message);
            return ExitCode.Surroundings;
        }
        catch (Exception broken)
        {
            // A bug of the simulator: everything that helps to find it, on its way out.
            Console.Error.WriteLine(broken);
            return ExitCode.Broke;
        }
    }
}
