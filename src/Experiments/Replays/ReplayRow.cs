using Simulator.Experiments.Results;

namespace Simulator.Experiments.Replays;

/// <summary>One published figure of an incident beside what the simulator makes of the published inputs.</summary>
/// <param name="Incident">The scenario's name.</param>
/// <param name="Variant">The variant that it is held against.</param>
/// <param name="Expectation">What is compared with what.</param>
/// <param name="Result">What the simulator gives, and the verdict.</param>
/// <param name="Inputs">The inputs that it depends on, found by moving each of them; null where nobody looked.</param>
public sealed record ReplayRow(string Incident, string Variant, Expectation Expectation, ExpectationResult Result, IReadOnlyList<string>? Inputs = null)
{
    /// <summary>What is compared: "p50 loss of main".</summary>
    public string Figure => Expectation.FigureText;

    /// <summary>The same with the variant, where the incident has several: "p50 loss of main in as it was".</summary>
    public string FigureAndVariant => Variant == StudyForm.OnlyVariant ? Figure : $"{Figure} in {Variant}";

    /// <summary>What it must be: "is 6.17h within 30m".</summary>
    public string Published => Expectation.TestText;

    /// <summary>One row for each expectation of a study and each variant that it speaks of.</summary>
    public static IReadOnlyList<ReplayRow> Of(StudyResult result) =>
        [.. result.Variants.SelectMany(variant => result.Study.Expectations.Where(expectation => expectation.SpeaksOf(variant.Name))
            .Zip(variant.Expectations, (expectation, judged) => new ReplayRow(result.Study.Name, variant.Name, expectation, judged)))];
}
