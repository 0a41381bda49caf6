using System.Text.Encodings.Web;
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

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is never part of a page, and "<=" should be readable in it
    };

    /// <summary>Writes the summary of a result.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(StudyResult result, Stream to)
    {
        using (var json = new Utf8JsonWriter(to, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("scenario", result.Study.Name);
            json.WriteNumber("seed", result.Study.Seed);
            if (result.Study.Policy is { } policy) json.WriteString("policy", policy.Name);
            json.WriteStartArray("variants");
            foreach (VariantResult variant in result.Variants) Write(variant, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    /// <summary>The word for a verdict.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.Breached => "breached",
        _ => "not-enough-evidence",
    };

    private static void Write(VariantResult variant, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", variant.Name);
        json.WriteNumber("trials", variant.Trials);
        json.WriteString("fingerprint", variant.Fingerprint);
        json.WriteStartArray("measures");
        foreach (MeasureSummary measure in variant.Measures) Write(measure, json);
        json.WriteEndArray();
        json.WriteStartArray("expectations");
        foreach (ExpectationResult expectation in variant.Expectations) Write(expectation, json);
        json.WriteEndArray();
        if (variant.Bill is { } bill) BillText.Write(bill, json);
        if (variant.Ignorance.Count > 0) Write(variant.Ignorance, json);
        if (variant.Objectives.Count > 0) Write(variant.Objectives, json);
        json.WriteEndObject();
    }

    private static void Write(IReadOnlyList<Ignorance> figures, Utf8JsonWriter json)
    {
        json.WriteStartArray("ignorance");
        foreach (Ignorance figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("measure", figure.Measure);
            json.WriteString("subject", figure.Subject);
            json.WriteString("unit", figure.Unit);
            Write("luck", figure.Split?.Within, json);
            Write("luckInterval", figure.Split?.WithinInterval, json);
            Write("ignorance", figure.Split?.Between, json);
            Write("ignoranceInterval", figure.Split?.BetweenInterval, json);
            Write("share", figure.Split?.Share, json);
            Write("shareInterval", figure.Split?.ShareInterval, json);
            json.WriteStartArray("inputs");
            foreach (InputShare input in figure.Inputs)
            {
                json.WriteStartObject();
                json.WriteString("path", input.Path);
                Write("share", input.Share, json);
                Write("shareInterval", input.Interval, json);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(MeasureSummary measure, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("measure", measure.Measure);
        json.WriteString("subject", measure.Subject);
        json.WriteString("unit", measure.Unit);
        json.WriteNumber("count", measure.Count);
        Write("mean", measure.Mean, json);
        Write("meanInterval", measure.MeanInterval, json);
        foreach ((string name, Quantile quantile) in new[] { ("p50", measure.P50), ("p95", measure.P95), ("p99", measure.P99) })
        {
            Write(name, quantile.Value, json);
            Write(name + "Interval", quantile.Interval, json);
        }

        Write("max", measure.Max, json);
        json.WriteEndObject();
    }

    private static void Write(ExpectationResult expectation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", expectation.Text);
        json.WriteString("verdict", Word(expectation.Verdict));
        Write("value", expectation.Value, json);
        json.WriteString("unit", expectation.Unit);
        Write("interval", expectation.Interval, json);
        json.WriteString("reason", expectation.Reason);
        json.WriteEndObject();
    }

    private static void Write(IReadOnlyList<ObjectiveResult> objectives, Utf8JsonWriter json)
    {
        json.WriteStartArray("objectives");
        foreach (ObjectiveResult objective in objectives)
        {
            json.WriteStartObject();
            json.WriteString("disruption", objective.Disruption);
            json.WriteString("tier", objective.Tier);
            json.WriteString("objective", objective.What);
            json.WriteString("status", objective.Word);
            Write("limit", objective.Limit, json);
            Write("value", objective.Value, json);
            json.WriteString("unit", objective.Unit);
            Write("interval", objective.Interval, json);
            json.WriteString("reason", objective.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(string name, double? value, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (value is { } number) Write(number, json);
        else json.WriteNullValue();
    }

    private static void Write(string name, Interval? interval, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (interval is not { } ends)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        Write(ends.Low, json);
        Write(ends.High, json);
        json.WriteEndArray();
    }

    private static void Write(double value, Utf8JsonWriter json)
    {
        if (double.IsPositiveInfinity(value)) json.WriteStringValue("infinite");
        else json.WriteNumberValue(value == 0 ? 0 : value); // no minus zero
    }
}
