using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>Writes what a search found for scripts and spreadsheets: <c>search.csv</c>, a row a design, and <c>search.json</c>.</summary>
public static class SearchFiles
{
    /// <summary>Version of the form of <c>search.json</c>; a change that breaks a reader raises it.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The word for a status.</summary>
    public static string Word(DesignStatus status) => status switch
    {
        DesignStatus.Best => "best",
        DesignStatus.Tied => "cannot tell",
        DesignStatus.Unproven => "not proven",
        DesignStatus.Dominated => "dominated",
        DesignStatus.Infeasible => "infeasible",
        _ => "unsound",
    };

    /// <summary>Writes both files into a folder.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(SearchResult result, string folder)
    {
        using (var to = new StreamWriter(Path.Combine(folder, "search.csv"))) WriteRows(result, to);
        using FileStream json = File.Create(Path.Combine(folder, "search.json"));
        WriteJson(result, json);
    }

    /// <summary>Writes the row of each design: its knobs, status and trials, then each figure with the ends of its interval.</summary>
    public static void WriteRows(SearchResult result, TextWriter to)
    {
        string[] figures = [.. result.Search.Minimise.SelectMany(objective => Heads($"{objective.Text} [{objective.Unit}]")),
            .. result.Search.SubjectTo.SelectMany(sentence => (string[])[.. Heads($"{sentence.FigureText} [{UnitOf(sentence)}]"), $"{sentence.Text}: verdict"])];
        WriteRow(to, [.. result.Search.Space.Knobs.Select(knob => TrialsFile.Text(knob.Name)), "status", "trials", "why", .. figures.Select(TrialsFile.Text)]);
        foreach (DesignResult design in result.Designs)
        {
            IEnumerable<string> cells = design.Trials == 0 ? figures.Select(_ => "")
                : [.. design.Objectives.SelectMany(estimate => Cells(estimate.Value, estimate.Interval)), .. design.Constraints.SelectMany(held => (string[])[.. Cells(held.Value, held.Interval), SummaryFile.Word(held.Verdict)])];
            WriteRow(to, [.. design.Values.Select(TrialsFile.Text), Word(design.Status), design.Trials.ToString(CultureInfo.InvariantCulture), TrialsFile.Text(design.Why), .. cells]);
        }
    }

    /// <summary>Writes the whole result.</summary>
    public static void WriteJson(SearchResult result, Stream to)
    {
        using (var json = new Utf8JsonWriter(to, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("scenario", result.Study.Name);
            json.WriteNumber("seed", result.Study.Seed);
            Texts(json, "minimise", result.Search.Minimise.Select(objective => objective.Text));
            json.WriteBoolean("inOrder", result.Search.InOrder);
            Texts(json, "subjectTo", result.Search.SubjectTo.Select(sentence => sentence.Text));
            json.WriteNumber("trials", result.Trials);
            json.WriteNumber("rounds", result.Rounds);
            if (result.Sure is { } sure) json.WriteNumber("sure", sure);
            else json.WriteNull("sure");
            json.WriteStartArray("chosen");
            foreach (DesignResult design in result.Chosen) json.WriteNumberValue(design.Number);
            json.WriteEndArray();
            json.WriteStartArray("designs");
            foreach (DesignResult design in result.Designs) Write(result, design, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    private static void Write(SearchResult result, DesignResult design, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number", design.Number);
        json.WriteStartObject("knobs");
        for (int knob = 0; knob < design.Values.Count; knob++) json.WriteString(result.Search.Space.Knobs[knob].Name, design.Values[knob]);
        json.WriteEndObject();
        Texts(json, "settings", design.Settings);
        json.WriteString("status", Word(design.Status));
        json.WriteString("why", design.Why);
        json.WriteNumber("trials", design.Trials);
        json.WriteStartArray("objectives");
        for (int i = 0; i < design.Objectives.Count; i++)
            Figure(json, result.Search.Minimise[i].Text, result.Search.Minimise[i].Unit, design.Objectives[i].Value, design.Objectives[i].Interval, null);
        json.WriteEndArray();
        json.WriteStartArray("constraints");
        foreach (ExpectationResult held in design.Constraints) Figure(json, held.Text, held.Unit, held.Value, held.Interval, SummaryFile.Word(held.Verdict));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, string text, string unit, double? value, Interval? interval, string? verdict)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        if (verdict is not null) json.WriteString("verdict", verdict);
        json.WriteString("unit", unit);
        json.WritePropertyName("value");
        Number(json, value);
        json.WritePropertyName("interval");
        if (interval is not { } ends) json.WriteNullValue();
        else
        {
            json.WriteStartArray();
            Number(json, ends.Low);
            Number(json, ends.High);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, double? value)
    {
        if (value is not { } number) json.WriteNullValue();
        else if (double.IsInfinity(number)) json.WriteStringValue("infinite");
        else json.WriteNumberValue(number == 0 ? 0 : number); // no minus zero
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string UnitOf(Expectation sentence) => sentence.Test.Reaches is not null ? "s" : sentence.Statistic is ShareOfTrials ? "share" : sentence.Measure.Unit;

    private static string[] Heads(string figure) => [figure, $"{figure} low", $"{figure} high"];

    private static string[] Cells(double? value, Interval? interval) => [Cell(value), Cell(interval?.Low), Cell(interval?.High)];

    private static string Cell(double? value) => value is { } number ? double.IsInfinity(number) ? "inf" : (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture) : "";

    private static void WriteRow(TextWriter to, IEnumerable<string> cells) => to.Write(string.Join(',', cells) + "\n");
}
