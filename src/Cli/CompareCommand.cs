using System.CommandLine;
using Simulator.Experiments;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Reports;

namespace Simulator.Cli;

/// <summary><c>simulator compare</c>: is the second better or worse than the first, and how sure is that?</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> s_paths = new("side") { Description = "Scenario files or result folders: how it was, and how it is now. Of one alone, its variants are compared with its baseline.", Arity = new ArgumentArity(1, 2) };
    private static readonly Option<string[]> s_variants = new("--variants") { Description = "The two variants that are compared; one for the same variant of both sides.", AllowMultipleArgumentsPerToken = true, Arity = new ArgumentArity(1, 2) };
    private static readonly Option<string[]> s_measures = new("--measure", "-m") { Description = "What is compared, such as \"p95 loss of worst site\" (the mean where no statistic is named); again for more. Else what expectations speak of, else the headline measures." };
    private static readonly Option<int?> s_trials = new("--trials") { Description = "Trials of each side, instead of the first file's; what is stored has its own." };
    private static readonly Option<int?> s_most = new("--most-trials") { Description = "Go on, with twice as many trials each time, until every measure can be told or there are so many." };
    private static readonly Option<ulong?> s_seed = new("--seed") { Description = "Seed of both sides, instead of the first file's; what is stored has its own." };
    private static readonly Option<ulong?> s_seedB = new("--seed-b") { Description = "Another seed for the second side: its trials meet other luck, and are not paired." };
    private static readonly Option<Share> s_confidence = ShareOption("--confidence", "How sure verdicts are, all measures together.", "95%", share => share.Fraction is >= 0.5 and < 1, "at least 50% and less than 100%");
    private static readonly Option<Share> s_margin = ShareOption("--margin", "By how much of the first side's figure the second may be worse and still count as not worse.", "0%", share => share.Fraction is >= 0 and < 1, "less than 100%");
    private static readonly Option<bool> s_strict = new("--strict") { Description = "Exit with 1 too where a measure cannot be told." };
    private static readonly Option<string> s_output = new("--output", "-o") { Description = "Folder for result folders.", DefaultValueFactory = _ => "results" };
    private static readonly Option<int> s_threads = new("--threads") { Description = "Threads; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private static readonly Option<bool> s_quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Command command = new("compare", "Compare two files, variants of one, or today's file with a stored result: better, worse, or cannot tell yet. Exit code 1 where anything is worse. Page, picture, compare.md, compare.csv and compare.xml (JUnit) go to results/compare.<a>.<b>/.")
        {
            s_paths, s_variants, s_measures, s_trials, s_most, s_seed, s_seedB, s_confidence, s_margin, s_strict, s_output, s_threads, s_quiet,
        };
        RunCommand.Between(s_threads, 1, RunCommand.MostThreads);
        RunCommand.Between(s_trials, 2, RunCommand.MostTrials);
        RunCommand.Between(s_most, 2, RunCommand.MostTrials);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string[] paths = parsed.GetRequiredValue(s_paths);
        CompareSource?[] sources = Array.ConvertAll(paths, CompareSource.Read);
        if (sources.Contains(null)) return ExitCode.BadInput;
        if (ComparePlan.Of([.. sources.OfType<CompareSource>()], parsed.GetValue(s_variants) ?? [], parsed.GetValue(s_seed), parsed.GetValue(s_seedB), out string? problem) is not { } plan) return Refuse(problem!);
        if (Looks(parsed, plan, out problem) is not { } looks) return Refuse(problem!);
        if (AskedOf(parsed, plan, out problem) is not { } asked) return Refuse(problem!);

        string output = parsed.GetRequiredValue(s_output);
        ResultFolder.Try(output, plan.Folder);
        using StopSignal stop = new();
        var question = new ComparisonQuestion(asked, column => Headline.Is(column.Figure.Measure.Word, column.SubjectText))
        {
            Confidence = parsed.GetValue(s_confidence).Fraction, Margin = parsed.GetValue(s_margin).Fraction, Looks = looks,
        };
        var running = new RunningOptions([.. asked.Select(one => one.Column.Figure)], parsed.GetValue(s_threads), () => { }, stop.Token);
        ComparisonResult result = Compared(paths, plan, question, running);
        if (result.Measures.Count == 0) return Refuse($"{result.Verdict} {string.Join("; ", result.OnOneSide)}".TrimEnd());
        bool isStrict = parsed.GetValue(s_strict);
        string folder = ResultFolder.Write(output, plan.Folder, temporary => ComparisonReport.Write(result, isStrict, temporary));
        if (!parsed.GetValue(s_quiet)) CompareScreen.Show(result, folder);
        return result.Count(Change.Worse) > 0 || (isStrict && result.Count(Change.CannotTell) > 0) ? ExitCode.NotMet : ExitCode.Met;
    }

    private static ComparisonResult Compared(string[] paths, ComparePlan plan, ComparisonQuestion question, RunningOptions running)
    {
        try
        {
            return Comparison.Run(plan.Title, plan.Matches(running), question);
        }
        catch (TrialException broken)
        {
            foreach (string path in paths.Where(File.Exists)) Console.Error.WriteLine($"repeat it with: simulator run \"{path}\" {broken.Arguments}");
            throw;
        }
    }

    private static IReadOnlyList<int>? Looks(ParseResult parsed, ComparePlan plan, out string? problem)
    {
        int? trials = parsed.GetValue(s_trials), most = parsed.GetValue(s_most);
        int first = trials ?? plan.Trials;
        problem = plan.IsStored && (trials ?? most) is not null ? "what is stored has its number of trials: leave --trials and --most-trials out, or name scenario files alone"
            : most < first ? $"--most-trials must be at least the {first} trials of the first look"
            : null;
        return problem is null ? Spending.Looks(first, most ?? first) : null;
    }

    private static IReadOnlyList<Asked>? AskedOf(ParseResult parsed, ComparePlan plan, out string? problem)
    {
        Parsed<Asked>[] read = [.. (parsed.GetValue(s_measures) ?? []).Select(Asked.Parse)];
        problem = read.Select(one => one.Problem).FirstOrDefault(one => one is not null);
        if (problem is not null) return null;
        if (read.Length > 0) return [.. read.Select(one => one.Value).DistinctBy(one => one.Text)];
        return Asked.Of(plan.A.Expectations.Concat(plan.B.Expectations).Where(expectation => plan.Pairs.Any(pair => expectation.SpeaksOf(pair.A) || expectation.SpeaksOf(pair.B))));
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        return ExitCode.BadInput;
    }

    private static Option<Share> ShareOption(string name, string description, string standard, Func<Share, bool> holds, string range) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => Share.Parse(standard).Value,
        CustomParser = result =>
        {
            Parsed<Share> share = Share.Parse(result.Tokens[0].Value);
            if (share.Problem is { } problem) result.AddError($"{name}: {problem}");
            else if (!holds(share.Value)) result.AddError($"{name} must be {range}");
            return share.Value;
        },
    };
}
