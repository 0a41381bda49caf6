using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Sensitivity;
using Simulator.Models.Language;
using Simulator.Reports;
using Simulator.ScenarioFiles;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary><c>simulator sensitivity</c>: which inputs of a scenario matter for which figures.</summary>
internal static class SensitivityCommand
{
    private static readonly Argument<string> s_file = new("file") { Description = "The scenario file (YAML)." };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders; the result goes to <name>.sensitivity/.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Command command = new("sensitivity", "Find out which inputs matter for which figures: the file's section 'sensitivity' says how, options instead of it.")
        {
            s_file, SensitivityOptions.Method, SensitivityOptions.Of, SensitivityOptions.Input, SensitivityOptions.In, SensitivityOptions.Trials, SensitivityOptions.Trajectories, SensitivityOptions.Samples,
            SensitivityOptions.Seed, s_output, s_threads, s_quiet,
        };
        RunCommand.Between(s_threads, 1, RunCommand.MostThreads);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(s_file);
        if (Reading.Read(file) is not { } study) return ExitCode.BadInput;
        Parsed<SensitivityPlan> plan = SensitivityOptions.Plan(parsed, study.Sensitivity);
        string variant = plan.Problem is null && plan.Value.Variant.Length > 0 ? plan.Value.Variant : study.Variants[0].Name;
        Template? template = Template.Read(file, variant);
        Parsed<SensitivityQuestion> question = plan.Then(known => template is null
            ? Parsed.No<SensitivityQuestion>($"there is no variant '{variant}'; the variants are {string.Join(", ", study.Variants.Select(known => known.Name))}")
            : SensitivityOptions.Question(study with { Seed = parsed.GetValue(SensitivityOptions.Seed) ?? study.Seed }, known, variant, template));
        if (question.Problem is { } problem) return Refused(problem);
        return Answer(parsed, question.Value, template!);
    }

    private static int Answer(ParseResult parsed, SensitivityQuestion question, Template template)
    {
        string output = parsed.GetRequiredValue(s_output), name = ResultFolder.NameOf(question.Study.Name, ["sensitivity"]);
        ResultFolder.Try(output, name);
        using StopSignal stop = new();
        Screen screen = new(parsed.GetValue(s_quiet));
        SensitivityResult result;
        try
        {
            result = screen.WithProgress(question.Study, report => SensitivityAnalysis.Of(question, template.With, parsed.GetValue(s_threads), RunCommand.Prepare, report, stop.Token));
        }
        catch (UnsoundDesignException unsound)
        {
            return Refused(unsound.Message);
        }
        string folder = ResultFolder.Write(output, name, temporary =>
        {
            SensitivityFile.Write(result, temporary);
            SensitivityReport.Write(result, temporary);
            stop.Token.ThrowIfCancellationRequested();
        });
        if (!parsed.GetValue(s_quiet)) Show(result, folder);
        return ExitCode.Met;
    }

    private static int Refused(string problem)
    {
        Console.Error.WriteLine($"{problem}\nnothing was run");
        return ExitCode.BadInput;
    }

    private static void Show(SensitivityResult result, string folder)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = Screen.WidthElsewhere;
        foreach (ResponseEffects response in result.Responses)
        {
            if (response.Effects is { } effects)
            {
                Console.Out.WriteLine(response.Response.Text);
                AnsiConsole.Write(Numbers(result.Question, response, effects));
            }
            Console.Out.WriteLine(result.Sentence(response));
            if (response.Noise is { } noise) Console.Out.WriteLine($"{Humane.Format(noise, "share")} of the variance between designs is luck.");
            Console.Out.WriteLine();
        }
        if (result.Question.Unmoved.Count > 0) Console.Out.WriteLine($"not moved, as no sound scenario has them a fifth smaller and larger: {string.Join(", ", result.Question.Unmoved)}");
        Console.Out.WriteLine($"{result.Designs.Count} designs of {result.Question.Trials} trials each, seed {result.Question.Study.Seed}. {Path.Combine(folder, "report.html")} has the pictures.");
    }

    private static Table Numbers(SensitivityQuestion question, ResponseEffects response, IReadOnlyList<Effect> effects)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns(["input", "moved", .. effects[0].Numbers.Select(index => index.Name), "matters"]);
        foreach (int i in response.Order)
            table.AddRow([new Text(question.Inputs[i].Path), new Text(question.Inputs[i].Range.Text), .. effects[i].Numbers.Select(index => new Text(Told(index, response.Response.Unit, question.Method is not Morris || index == effects[i].Numbers[0]))), new Text(effects[i].Matters ? "yes" : "not seen")]);
        return table;
    }

    private static string Told(Importance index, string unit, bool withInterval)
    {
        string of = index.IsShare ? "share" : unit;
        return Humane.Format(index.Value, of) + (index.Interval is null || !withInterval ? "" : $" ({Humane.Format(index.Interval, of)})");
    }
}
