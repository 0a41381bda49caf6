using NUnit.Framework;
using Simulator.Experiments;
using Simulator.Experiments.Replays;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Moving;

namespace Simulator.Tests.Incidents;

/// <summary>The library of published incidents: what they say is met, and every figure comes of inputs that move it.</summary>
[Parallelizable(ParallelScope.All)]
public class Replays
{
    private const int Few = 4; // of the same luck: one is enough to see a figure move, a few so that none is left out by chance

    /// <summary>Figures that published inputs do not give; each file says why.</summary>
    private static readonly string[] s_notMet =
    [
        "p50 dropped of hooks in as it was", "p50 forecast error of each mysql.read in as it was",
        "p50 restored of ebs after 83.7h in base", "p50 stuck of single after 48h in base", "mean unrecoverable of single in base",
    ];

    private static IEnumerable<string> Files => Directory.GetFiles(Repository.At("scenarios/incidents"), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void Every_published_figure_is_met_or_said_not_to_be(string file)
    {
        StudyResult result = Try(ScenarioFile.Read(At(file)).Study!);
        Assert.That(ReplayRow.Of(result).Where(row => row.Result.Verdict != Verdict.Met && !s_notMet.Contains($"{row.Figure} in {row.Variant}"))
            .Select(row => $"{row.Figure} {row.Published} in {row.Variant}: {row.Result.Value}, {row.Result.Reason}"), Is.Empty);
    }

    /// <summary>A figure that no input moves would be one that somebody wrote down. Only what is exactly nothing, or everything, cannot be moved by a fifth.</summary>
    [TestCaseSource(nameof(Files))]
    public void Every_figure_moves_with_some_input(string file)
    {
        Study study = ScenarioFile.Read(At(file)).Study! with { Trials = Few };
        StudyResult baseline = Try(study);
        IReadOnlyList<IReadOnlyList<string>> inputs = Dependence.Of(study, [.. Moved(file).Select(input => (Func<(string, Study)?>)(() => (input.Path, input.Study with { Trials = Few })))], 1, Try, default);
        Assert.That(ReplayRow.Of(baseline).Zip(inputs).Where(pair => pair.Second.Count == 0 && pair.First.Result.Value is not (0 or 1 or double.PositiveInfinity)).Select(pair => $"{pair.First.Figure} in {pair.First.Variant}"), Is.Empty);
        Assert.That(inputs.SelectMany(moved => moved).Distinct().Count(), Is.GreaterThan(1));
    }

    /// <summary>What was chosen so that the outcome comes out is named where readers and the command look, three inputs at most, and each can be moved.</summary>
    [TestCaseSource(nameof(Files))]
    public void What_is_fitted_is_named_and_little(string file)
    {
        IReadOnlyList<string> fitted = ScenarioFile.Read(At(file)).Study!.Fitted;
        bool isSpokenOf = File.ReadLines(At(file)).Any(line => line.Split('#', 2) is [_, var comment] && comment.Contains("fitted", StringComparison.OrdinalIgnoreCase));
        Assert.That(fitted, Has.Count.LessThanOrEqualTo(3));
        Assert.That(fitted.Count > 0, Is.EqualTo(isSpokenOf), "a comment that speaks of fitting and the list belong together");
        Assert.That(fitted, Is.SubsetOf(Moved(file).Select(moved => moved.Path)));
    }

    [Test]
    public void An_input_is_moved_wherever_it_stands_and_nothing_else_is()
    {
        MovedInput[] moved = [.. Moved("gitlab-2017.yaml")];
        Assert.That(moved.Select(input => (input.Path, input.To)), Does.Contain(("databases.main.data", "372 GB")));
        Assert.That(moved.Select(input => (input.Path, input.To)), Does.Contain(("crews.on-call.size", "3")));
        Assert.That(moved.Select(input => (input.Path, input.To)), Does.Contain(("faults.wrong-host.at", "2017-02-01T04:12:00Z")), "a fifth later since the run's start");
        Assert.That(moved.Select(input => input.Path), Has.None.StartsWith("expect").And.None.StartsWith("run").And.None.EndWith(".zone"));
    }

    private static IEnumerable<MovedInput> Moved(string file) => Inputs.Of(At(file), 0.2).Select(input => input()).OfType<MovedInput>();

    private static string At(string file) => Repository.At($"scenarios/incidents/{file}");

    private static StudyResult Try(Study study) => Experiment.Run(study, 1, (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run);
}
