using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Searching;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Searching;

/// <summary>A shipped search against brute force over its whole grid.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KnownOptimumTests
{
    private const int TrialsOfBruteForce = 300; // five times what proves a p95
    private const int Seeds = 20, Found = 18;

    [Test]
    public void A_search_finds_what_brute_force_finds_with_a_fifth_of_the_trials()
    {
        Study study = ScenarioFile.Read(Repository.At(Path.Combine("scenarios", "cheapest-restore.yaml"))).Study!;
        string[] best = BruteForce(study);
        long allowed = study.Search!.Space.Count * TrialsOfBruteForce / 5;
        int found = 0;
        long most = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            SearchResult result = Searcher.Run(study with { Seed = seed }, Environment.ProcessorCount, Prepare);
            if (result.Chosen.Count == 1 && result.Chosen[0].Values.SequenceEqual(best) && result.Trials <= allowed) found++;
            most = Math.Max(most, result.Trials);
        }
        TestContext.Out.WriteLine($"seeds 1 to {Seeds}: {string.Join(" + ", best)} found {found} times, with {most} trials at the most of {allowed} that are allowed");
        Assert.That(found, Is.GreaterThanOrEqualTo(Found));
    }

    /// <summary>The first design in the order of the knobs that holds everything, every design tried as often as proves it.</summary>
    private static string[] BruteForce(Study study)
    {
        Search search = study.Search!;
        var holds = new List<string[]>();
        for (int design = 0; design < search.Space.Count; design++)
        {
            IReadOnlyList<int> choice = search.Space.ChoiceOf(design);
            Study one = study with { Seed = 777, Trials = TrialsOfBruteForce, Variants = [new Variant("base", search.Space.Build(choice))], Expectations = search.SubjectTo };
            StudyResult result = Experiment.Run(one, Environment.ProcessorCount, Prepare);
            if (result.Variants[0].Expectations.All(held => held.Verdict == Verdict.Met)) holds.Add([.. search.Space.ValuesOf(choice)]);
        }
        return holds[0]; // the knobs' order is the grid's
    }

    private static Func<int, TrialRecord> Prepare(Scenario scenario, ulong seed) => PreparedScenario.Prepare(scenario, seed).Run;
}
