using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Sensitivity;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Moving;

namespace Simulator.Cli;

/// <summary>What is asked about the inputs of a scenario: by the file's section <c>sensitivity</c>, and by options, which go before it.</summary>
internal static class SensitivityOptions
{
    public static readonly Option<string?> Method = new("--method") { Description = $"One of {string.Join(", ", SensitivityPlan.Methods)}." };
    public static readonly Option<string[]> Of = new("--of") { Description = "A figure that is asked about, such as 'p95 downtime of worst customer'; may be given several times.", DefaultValueFactory = _ => [] };
    public static readonly Option<string[]> Input = new("--input") { Description = "An input and its range, such as 'crews.operators.size=from 1 to 4' or '...=+-20%'; may be given several times.", DefaultValueFactory = _ => [] };
    public static readonly Option<string?> In = new("--in") { Description = "The variant whose inputs are moved." };
    public static readonly Option<string?> Trials = new("--trials") { Description = "Trials of each design." };
    public static readonly Option<string?> Trajectories = new("--trajectories") { Description = "Of morris: random ways through all inputs." };
    public static readonly Option<string?> Samples = new("--samples") { Description = "Of sobol: rows of each sample, a power of two." };
    public static readonly Option<ulong?> Seed = new("--seed") { Description = "Seed, instead of the file's." };

    /// <summary>The file's plan, or the usual one, with what the options say instead.</summary>
    public static Parsed<SensitivityPlan> Plan(ParseResult parsed, SensitivityPlan? written)
    {
        SensitivityPlan plan = written ?? Defaults.Of(SensitivityPlan.Shape);
        string? word = parsed.GetValue(Method);
        if (word is not null && !SensitivityPlan.Methods.Contains(word)) return Parsed.No<SensitivityPlan>($"--method: '{word}' is not a method, which is one of {string.Join(", ", SensitivityPlan.Methods)}{Near.Hint(word, SensitivityPlan.Methods)}");
        (Morris Morris, Sobol Sobol) sizes = (plan.Method as Morris ?? new Morris(SensitivityPlan.DefaultTrajectories, SensitivityPlan.DefaultLevels), plan.Method as Sobol ?? new Sobol(SensitivityPlan.DefaultSamples));
        Parsed<int> trials = Number(parsed, Trials, SensitivityPlan.TrialsSyntax, plan.Trials), ways = Number(parsed, Trajectories, SensitivityPlan.TrajectoriesSyntax, sizes.Morris.Trajectories);
        Parsed<int> rows = Number(parsed, Samples, SensitivityPlan.SamplesSyntax, sizes.Sobol.Samples);
        Parsed<IReadOnlyList<Response>> responses = Each(parsed.GetRequiredValue(Of), "--of", Response.Syntax.Parse);
        Parsed<IReadOnlyList<Named<InputRange>>> inputs = Each(parsed.GetRequiredValue(Input), "--input", Ranged);
        if ((trials.Problem ?? ways.Problem ?? rows.Problem ?? responses.Problem ?? inputs.Problem) is { } problem) return Parsed.No<SensitivityPlan>(problem);
        return Parsed.Ok(new SensitivityPlan(
            SensitivityPlan.MethodOf(word ?? plan.Method.Word, ways.Value, sizes.Morris.Levels, rows.Value),
            responses.Value.Count > 0 ? responses.Value : plan.Responses, inputs.Value.Count > 0 ? inputs.Value : plan.Inputs, trials.Value, parsed.GetValue(In) ?? plan.Variant));
    }

    /// <summary>The question, with the inputs found in the file.</summary>
    public static Parsed<SensitivityQuestion> Question(Study study, SensitivityPlan plan, string variant, Template template)
    {
        IReadOnlyList<Response> responses = plan.Responses.Count > 0 ? plan.Responses
            : [.. study.Expectations.Where(e => e.SpeaksOf(variant) && e.Statistic is not EveryTrial).Select(e => Response.Syntax.Parse(e.FigureText)).Where(read => read.Problem is null).Select(read => read.Value).DistinctBy(r => r.Text)];
        if (responses.Count == 0) return Parsed.No<SensitivityQuestion>("no figure is asked about, and no expectation has one: write --of 'p95 downtime of worst customer', or the key 'of' in the section sensitivity");
        if (template.ProblemsOf(responses.Select(response => response.Text)) is [var unknown, ..]) return Parsed.No<SensitivityQuestion>($"{unknown.Path}: {unknown.Message}");
        (IReadOnlyList<Input> inputs, IReadOnlyList<string> unmoved) = plan.Inputs.Count > 0 ? ([], []) : ScenarioFiles.Moving.Ranged.All(template);
        Parsed<IReadOnlyList<Input>> named = ScenarioFiles.Moving.Ranged.Of(template, plan.Inputs);
        return named.Then(found => found.Count + inputs.Count == 0
            ? Parsed.No<SensitivityQuestion>("the file holds no quantity that could be moved")
            : Parsed.Ok(new SensitivityQuestion(study, variant, plan.Method, responses, [.. found, .. inputs], plan.Trials, unmoved)));
    }

    private static Parsed<Named<InputRange>> Ranged(string text)
    {
        string[] parts = text.Split('=', 2);
        return parts.Length < 2
            ? Parsed.No<Named<InputRange>>($"'{text}' has no range: write path=range, such as 'crews.operators.size=from 1 to 4'")
            : InputRange.Syntax.Parse(parts[1]).Then(range => Parsed.Ok(new Named<InputRange>(parts[0].Trim(), range)));
    }

    private static Parsed<int> Number(ParseResult parsed, Option<string?> option, Syntax<int> syntax, int standard)
    {
        if (parsed.GetValue(option) is not { } text) return Parsed.Ok(standard);
        Parsed<int> read = syntax.Parse(text);
        return read.Problem is { } problem ? Parsed.No<int>($"{option.Name}: {problem}") : read;
    }

    private static Parsed<IReadOnlyList<T>> Each<T>(IEnumerable<string> texts, string option, Func<string, Parsed<T>> read)
    {
        List<T> all = [];
        foreach (string text in texts)
        {
            Parsed<T> one = read(text);
            if (one.Problem is { } problem) return Parsed.No<IReadOnlyList<T>>($"{option}: {problem}");
            all.Add(one.Value);
        }
        return Parsed.Ok<IReadOnlyList<T>>(all);
    }
}
