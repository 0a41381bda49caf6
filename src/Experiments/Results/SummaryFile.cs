using System.Text.Json;
using Simulator.Experiments.Objectives;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes <c>summary.json</c>, version 1: <c>version</c>, <c>scenario</c>, <c>seed</c> and <c>variants[]</c>, each with <c>name</c>, <c>trials</c>,
/// <c>fingerprint</c>, <c>measures[]</c> (<c>measure</c>, <c>subject</c>, <c>unit</c>, <c>count</c>, <c>mean</c>, <c>meanInterval</c>, then <c>p50</c>,
/// <c>p50Interval</c>, the same for <c>p95</c> and <c>p99</c>, and <c>max</c>) and <c>expectations[]</c> (<c>text</c>, <c>verdict</c>: "met", "breached" or
/// "not-enough-evidence", <c>value</c>, <c>unit</c>, <c>interval</c>, <c>reason</c>). Where the study names a policy there are also <c>policy</c>, its name, and in each variant
/// <c>objectives[]</c> (<c>disruption</c>, <c>tier</c>, <c>objective</c>: "rpo", "rto" or a sentence, <c>status</c>: as a verdict, or "not-applicable" or "no-objective", <c>limit</c>,
/// <c>value</c>, <c>unit</c>, <c>interval</c>, <c>reason</c>). A variant of a study in which something is uncertain also has <c>ignorance[]</c>: <c>measure</c>, <c>subject</c>, <c>unit</c>, the
/// variances <c>luck</c> and <c>ignorance</c> in the square of the unit and the <c>share</c> of the latter, each with its interval or null, and <c>inputs[]</c>
/// (<c>path</c>, <c>share</c>, <c>shareInterval</c>), what is worth measuring first before the rest. Where the scenario has costs, a variant
/// also has <c>bill[]</c>, see <see cref="BillText"/>. An interval is <c>[low, high]</c>, or null where none
/// exists at this number of trials. JSON has no infinity: an infinite value is the text "infinite". Numbers are the shortest that read back the same.
/// </summary>
public static class SummaryFile
{
    /// <summary>Version of the form; a change that breaks a reader raises it.</summary>
    public const int Version = 1;

    /// <summary>Writes the summary of a result.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(StudyResult result, Stream to) => JsonFile.Write(to, json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("scenario", result.Study.Name);
        json.WriteNumber("seed", result.Study.Seed);
        if (result.Study.Policy is { } policy) json.WriteString("policy", policy.Name);
        json.List("variants", result.Variants, variant => Write(variant, json));
    });

    /// <summary>The word for a verdict.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.Breached => "breached",
        _ => "not-enough-evidence",
    };

    private static void Write(VariantResult variant, Utf8JsonWriter json)
    {
        json.WriteString("name", variant.Name);
        json.WriteNumber("trials", variant.Trials);
        json.WriteString("fingerprint", variant.Fingerprint);
        json.List("measures", variant.Measures, measure => Write(measure, json));
        json.List("expectations", variant.Expectations, expectation => Write(expectation, json));
        if (variant.Bill is { } bill) BillText.Write(bill, json);
        if (variant.Ignorance.Count > 0) json.List("ignorance", variant.Ignorance, figure => Write(figure, json));
        if (variant.Objectives.Count > 0) json.List("objectives", variant.Objectives, objective => Write(objective, json));
    }

    private static void Write(Ignorance figure, Utf8JsonWriter json)
    {
        json.WriteString("measure", figure.Measure);
        json.WriteString("subject", figure.Subject);
        json.WriteString("unit", figure.Unit);
        json.Number("luck", figure.Split?.Within);
        json.Interval("luckInterval", figure.Split?.WithinInterval);
        json.Number("ignorance", figure.Split?.Between);
        json.Interval("ignoranceInterval", figure.Split?.BetweenInterval);
        json.Number("share", figure.Split?.Share);
        json.Interval("shareInterval", figure.Split?.ShareInterval);
        json.List("inputs", figure.Inputs, input =>
        {
            json.WriteString("path", input.Path);
            json.Number("share", input.Share);
            json.Interval("shareInterval", input.Interval);
        });
    }

    private static void Write(MeasureSummary measure, Utf8JsonWriter json)
    {
        json.WriteString("measure", measure.Measure);
        json.WriteString("subject", measure.Subject);
        json.WriteString("unit", measure.Unit);
        json.WriteNumber("count", measure.Count);
        json.Number("mean", measure.Mean);
        json.Interval("meanInterval", measure.MeanInterval);
        foreach ((string name, Quantile quantile) in new[] { ("p50", measure.P50), ("p95", measure.P95), ("p99", measure.P99) })
        {
            json.Number(name, quantile.Value);
            json.Interval(name + "Interval", quantile.Interval);
        }

        json.Number("max", measure.Max);
    }

    private static void Write(ExpectationResult expectation, Utf8JsonWriter json)
    {
        json.WriteString("text", expectation.Text);
        json.WriteString("verdict", Word(expectation.Verdict));
        json.Number("value", expectation.Value);
        json.WriteString("unit", expectation.Unit);
        json.Interval("interval", expectation.Interval);
        json.WriteString("reason", expectation.Reason);
    }

    private static void Write(ObjectiveResult objective, Utf8JsonWriter json)
    {
        json.WriteString("disruption", objective.Disruption);
        json.WriteString("tier", objective.Tier);
        json.WriteString("objective", objective.What);
        json.WriteString("status", objective.Word);
        json.Number("limit", objective.Limit);
        json.Number("value", objective.Value);
        json.WriteString("unit", objective.Unit);
        json.Interval("interval", objective.Interval);
        json.WriteString("reason", objective.Reason);
    }
}
