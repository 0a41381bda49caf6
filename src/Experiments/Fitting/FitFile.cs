using System.Text.Json;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Fitting;

/// <summary>
/// Writes <c>fit.json</c>, version 1: <c>source</c>, <c>column</c>, <c>unit</c> (of all values), <c>values</c>, <c>censored</c>, <c>seed</c>, <c>samples</c>, <c>best</c> (the
/// distribution to paste, or null), <c>empirical</c>, <c>remarks[]</c>, <c>fits[]</c> (<c>family</c>, <c>distribution</c>, <c>fits</c>, <c>parameters[]</c> of <c>name</c>, <c>value</c> and
/// <c>standardError</c>, <c>logLikelihood</c>, <c>aic</c>, <c>aicc</c>, <c>bic</c>, <c>kolmogorovSmirnov</c> and <c>andersonDarling</c> of <c>distance</c> and <c>p</c>) and
/// <c>leftOut[]</c> (<c>family</c>, <c>why</c>).
/// </summary>
public static class FitFile
{
    /// <summary>Version of the form; a change that breaks a reader raises it.</summary>
    public const int Version = 1;

    /// <summary>Writes it into an existing folder.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(FitResult result, string folder) => JsonFile.Write(Path.Combine(folder, "fit.json"), json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("source", Path.GetFileName(result.Source));
        json.WriteString("column", result.Column.Name);
        json.WriteString("unit", result.Column.Measure.Unit);
        json.WriteNumber("values", result.Data.Count);
        json.WriteNumber("censored", result.Data.Censored.Length);
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("samples", result.Samples);
        json.WriteString("best", result.Best?.Text);
        json.WriteString("empirical", result.Empirical);
        json.Texts("remarks", result.Remarks);
        json.List("fits", result.Ranked, fit => Write(fit, json));
        json.List("leftOut", result.LeftOut, left =>
        {
            json.WriteString("family", left.Family);
            json.WriteString("why", left.Why);
        });
    });

    private static void Write(FamilyFit fit, Utf8JsonWriter json)
    {
        json.WriteString("family", fit.Family);
        json.WriteString("distribution", fit.Text);
        json.WriteBoolean("fits", !fit.IsRejected);
        json.List("parameters", fit.Parameters, estimated =>
        {
            json.WriteString("name", estimated.Parameter.Label);
            json.Number("value", estimated.Parameter.Value);
            json.Number("standardError", estimated.StandardError);
        });
        json.Number("logLikelihood", fit.LogLikelihood);
        json.Number("aic", fit.Aic);
        json.Number("aicc", fit.Aicc);
        json.Number("bic", fit.Bic);
        Write("kolmogorovSmirnov", fit.KolmogorovSmirnov, json);
        Write("andersonDarling", fit.AndersonDarling, json);
    }

    private static void Write(string name, GoodnessOfFit? test, Utf8JsonWriter json)
    {
        if (test is not { } done)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.Number("distance", done.Distance);
        json.Number("p", done.Probability);
        json.WriteEndObject();
    }
}
