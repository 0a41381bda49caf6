using Simulator.Experiments.Objectives;
using Simulator.Experiments.Searching;
using Simulator.Experiments.Sensitivity;
using Simulator.Models;

namespace Simulator.Experiments;

/// <summary>A question with everything needed to answer it: one scenario in its variants, how often it is tried, and what must hold.</summary>
/// <param name="Name">Kebab-case name; also the name of the result folder.</param>
/// <param name="Question">The question in one sentence.</param>
/// <param name="Source">Where the scenario's facts come from; empty if unsaid.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Trials">Trials of each variant; where inputs are uncertain, of each draw of them.</param>
/// <param name="Variants">The variants, the baseline first; a study without <c>vary</c> has one, called "base".</param>
/// <param name="Expectations">What must hold, in the order of the file.</param>
public sealed record Study(
    string Name, string Question, string Source, ulong Seed, int Trials, IReadOnlyList<Variant> Variants, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>Paths of the inputs that nobody published or measured: they were chosen so that the outcome comes out. None, where all were known before.</summary>
    public IReadOnlyList<string> Fitted { get; init; } = [];

    /// <summary>Which of many designs is wanted; null where the file asks for no search.</summary>
    public Search? Search { get; init; }

    /// <summary>What is asked about the inputs; null where nothing is.</summary>
    public SensitivityPlan? Sensitivity { get; init; }

    /// <summary>The file of the policy, as the scenario names it; empty where it names none.</summary>
    public string PolicyFile { get; init; } = "";

    /// <summary>Objectives that other scenarios share; null where the file names no policy.</summary>
    public Policy? Policy { get; init; }

    /// <summary>How often inputs are drawn that are uncertain.</summary>
    public int Draws { get; init; }

    /// <summary>What nobody knows exactly; null where everything is known. Then a variant has <see cref="Trials"/> trials for each draw of it.</summary>
    public Uncertainty? Uncertainty { get; init; }

    /// <summary>All trials of a variant, over all draws of what is uncertain.</summary>
    public int TrialsOfVariant => Trials * (Uncertainty?.Draws ?? 1);

    /// <summary>What does not fit together: expectations that speak of no variant. Empty for a sound study.</summary>
    public IEnumerable<string> Problems() => Expectations.Where(e => !Variants.Any(v => e.SpeaksOf(v.Name))).Select(e =>
        $"'{e.Text}' speaks of no variant: none is '{string.Join(" + ", e.Variants)}'");
}

/// <summary>One way in which the scenario is tried.</summary>
/// <param name="Name">Name in tables and charts, such as "soft delete".</param>
/// <param name="Scenario">The scenario with the variant's changes made.</param>
public sealed record Variant(string Name, Scenario Scenario)
{
    /// <summary>Where it stands on each axis of <c>vary</c>; none in a study without axes.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>Makes the variant's scenario with other values of some inputs; null where it was not read from a file.</summary>
    public Designer? Design { get; init; }
}

/// <summary>Where a variant stands on one axis.</summary>
/// <param name="Axis">The path that is varied, or the name of the axis.</param>
/// <param name="Text">The value as a file would say it, or its name.</param>
/// <param name="Value">The value as a number, in <paramref name="Unit"/>; null where it is none.</param>
/// <param name="Unit">Unit of the number: "s", "B", "B/s", "1/s", "share", "count"; empty where there is none.</param>
public sealed record Level(string Axis, string Text, double? Value, string Unit);
