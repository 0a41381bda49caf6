using Simulator.Experiments.Objectives;
using Simulator.Models;

namespace Simulator.Experiments;

/// <summary>A question with everything needed to answer it: one scenario in its variants, how often it is tried, and what must hold.</summary>
/// <param name="Name">Kebab-case name; also the name of the result folder.</param>
/// <param name="Question">The question in one sentence.</param>
/// <param name="Source">Where the scenario's facts come from; empty if unsaid.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Trials">Trials of each variant.</param>
/// <param name="Variants">The variants, the baseline first; a study without <c>vary</c> has one, called "base".</param>
/// <param name="Expectations">What must hold, in the order of the file.</param>
public sealed record Study(
    string Name, string Question, string Source, ulong Seed, int Trials, IReadOnlyList<Variant> Variants, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>Paths of the inputs that nobody published or measured: they were chosen so that the outcome comes out. None, where all were known before.</summary>
    public IReadOnlyList<string> Fitted { get; init; } = [];

    /// <summary>The file of the policy, as the scenario names it; empty where it names none.</summary>
    public string PolicyFile { get; init; } = "";

    /// <summary>Objectives that other scenarios share; null where the file names no policy.</summary>
    public Policy? Policy { get; init; }

    /// <summary>What does not fit together: expectations that speak of no variant. Empty for a sound study.</summary>
    public IEnumerable<string> Problems() => Expectations.Where(e => !Variants.Any(v => e.SpeaksOf(v.Name))).Select(e =>
        $"'{e.Text}' speaks of no variant: none is '{string.Join(" + ", e.Variants)}'");
}

/// <summary>One way in which the scenario is tried.</summary>
/// <param name="Name">Name in tables and charts, such as "soft delete".</param>
/// <param name="Scenario">The scenario with the variant's changes made.</param>
public sealed record Variant(string Name, Scenario Scenario);
