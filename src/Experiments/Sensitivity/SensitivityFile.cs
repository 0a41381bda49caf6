using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Sensitivity;

/// <summary>
/// Writes a sensitivity analysis. <c>sensitivity.json</c>, version 1: <c>scenario</c>, <c>variant</c>, <c>method</c>, <c>seed</c>, <c>trials</c> (of each design), <c>designs</c>,
/// <c>unmoved[]</c> and <c>responses[]</c>: <c>response</c>, <c>unit</c>, <c>noiseShare</c>, <c>problem</c>, <c>sentence</c> and <c>inputs[]</c>, that which does most first: <c>input</c>,
/// <c>written</c>, <c>range</c>, <c>matters</c> and <c>indices[]</c> of <c>name</c>, <c>value</c>, <c>interval</c> and <c>unit</c>. <c>sensitivity.csv</c> has one row an index,
/// <c>designs.csv</c> one row a design with the inputs' values and the responses.
/// </summary>
public static class SensitivityFile
{
    /// <summary>Version of the form; a change that breaks a reader raises it.</summary>
    public const int Version = 1;

    /// <summary>Writes the three files into an existing folder.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(SensitivityResult result, string folder)
    {
        JsonFile.Write(Path.Combine(folder, "sensitivity.json"), json => Write(result, json));
        File.WriteAllText(Path.Combine(folder, "sensitivity.csv"), Indices(result));
        File.WriteAllText(Path.Combine(folder, "designs.csv"), Designs(result));
    }

    private static void Write(SensitivityResult result, Utf8JsonWriter json)
    {
        SensitivityQuestion question = result.Question;
        json.WriteNumber("version", Version);
        json.WriteString("scenario", question.Study.Name);
        json.WriteString("variant", question.Variant);
        json.WriteString("method", question.Method.Word);
        json.WriteNumber("seed", question.Study.Seed);
        json.WriteNumber("trials", question.Trials);
        json.WriteNumber("designs", result.Designs.Count);
        json.Texts("unmoved", question.Unmoved);
        json.List("responses", result.Responses, response =>
        {
            json.WriteString("response", response.Response.Text);
            json.WriteString("unit", response.Response.Unit);
            json.Number("noiseShare", response.Noise);
            json.WriteString("problem", response.Problem);
            json.WriteString("sentence", result.Sentence(response));
            json.List("inputs", response.Order, input => Write(question.Inputs[input], response.Effects![input], response.Response.Unit, json));
        });
    }

    private static void Write(Input input, Effect effect, string unit, Utf8JsonWriter json)
    {
        json.WriteString("input", input.Path);
        json.WriteString("written", input.Written);
        json.WriteString("range", input.Range.Text);
        json.WriteBoolean("matters", effect.Matters);
        json.List("indices", effect.Numbers, index =>
        {
            json.WriteString("name", index.Name);
            json.Number("value", index.Value);
            json.Interval("interval", index.Interval);
            json.WriteString("unit", index.IsShare ? "share" : unit);
        });
    }

    private static string Indices(SensitivityResult result)
    {
        var text = new StringBuilder("response,input,written,range,matters,index,value,low,high,unit\n");
        foreach (ResponseEffects response in result.Responses)
            foreach (int input in response.Order)
                foreach (Importance index in response.Effects![input].Numbers)
                    Line(text, response.Response.Text, result.Question.Inputs[input].Path, result.Question.Inputs[input].Written, result.Question.Inputs[input].Range.Text,
                        response.Effects[input].Matters ? "yes" : "no", index.Name, Number(index.Value), Number(index.Interval?.Low), Number(index.Interval?.High), index.IsShare ? "share" : response.Response.Unit);
        return text.ToString();
    }

    private static string Designs(SensitivityResult result)
    {
        SensitivityQuestion question = result.Question;
        var text = new StringBuilder();
        Line(text, [.. question.Inputs.Select(input => input.Path), .. question.Responses.Select(response => $"{response.Text} ({response.Unit})")]);
        foreach (Design design in result.Designs)
            Line(text, [.. question.Inputs.Select(input => design.Settings.FirstOrDefault(setting => setting.Path == input.Path)?.Value ?? input.Written), .. design.Values.Select(value => Number(value))]);
        return text.ToString();
    }

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.Append(string.Join(',', cells.Select(Quoted))).Append('\n');

    private static string Number(double? value) => value switch
    {
        null or double.NaN => "",
        double.PositiveInfinity => "infinite",
        { } number => number.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
