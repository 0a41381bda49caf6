using System.Globalization;
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
        TrialsFile.WriteRow(to, [.. result.Search.Space.Knobs.Select(knob => TrialsFile.Text(knob.Name)), "status", "trials", "why", .. figures.Select(TrialsFile.Text)]);
        foreach (DesignResult design in result.Designs)
        {
            IEnumerable<string> cells = design.Trials == 0 ? figures.Select(_ => "")
                : [.. design.Objectives.SelectMany(estimate => Cells(estimate.Value, estimate.Interval)), .. design.Constraints.SelectMany(held => (string[])[.. Cells(held.Value, held.Interval), SummaryFile.Word(held.Verdict)])];
            TrialsFile.WriteRow(to, [.. design.Values.Select(TrialsFile.Text), Word(design.Status), design.Trials.ToString(CultureInfo.InvariantCulture), TrialsFile.Text(design.Why), .. cells]);
        }
    }

    /// <summary>Writes the whole result.</summary>
    public static void WriteJson(SearchResult result, Stream to) => JsonFile.Write(to, json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("scenario", result.Study.Name);
        json.WriteNumber("seed", result.Study.Seed);
        json.Texts("minimise", result.Search.Minimise.Select(objective => objective.Text));
        json.WriteBoolean("inOrder", result.Search.InOrder);
        json.Texts("subjectTo", result.Search.SubjectTo.Select(sentence => sentence.Text));
        json.WriteNumber("trials", result.Trials);
        json.WriteNumber("rounds", result.Rounds);
        json.Number("sure", result.Sure);
        json.WriteStartArray("chosen");
        foreach (DesignResult design in result.Chosen) json.WriteNumberValue(design.Number);
        json.WriteEndArray();
        json.List("designs", result.Designs, design => Write(result, design, json));
    });

    private static void Write(SearchResult result, DesignResult design, Utf8JsonWriter json)
    {
        json.WriteNumber("number", design.Number);
        json.WriteStartObject("knobs");
        for (int knob = 0; knob < design.Values.Count; knob++) json.WriteString(result.Search.Space.Knobs[knob].Name, design.Values[knob]);
        json.WriteEndObject();
        json.Texts("settings", design.Settings);
        json.WriteString("status", Word(design.Status));
        json.WriteString("why", design.Why);
        json.WriteNumber("trials", design.Trials);
        json.List("objectives", design.Objectives.Zip(result.Search.Minimise), pair => Figure(json, pair.Second.Text, pair.Second.Unit, pair.First.Value, pair.First.Interval, null));
        json.List("constraints", design.Constraints, held => Figure(json, held.Text, held.Unit, held.Value, held.Interval, SummaryFile.Word(held.Verdict)));
    }

    private static void Figure(Utf8JsonWriter json, string text, string unit, double? value, Interval? interval, string? verdict)
    {
        json.WriteString("text", text);
        if (verdict is not null) json.WriteString("verdict", verdict);
        json.WriteString("unit", unit);
        json.Number("value", value);
        json.Interval("interval", interval);
    }

    private static string UnitOf(Expectation sentence) => sentence.Test.Reaches is not null ? "s" : sentence.Statistic is ShareOfTrials ? "share" : sentence.Measure.Unit;

    private static string[] Heads(string figure) => [figure, $"{figure} low", $"{figure} high"];

    private static string[] Cells(double? value, Interval? interval) => [Cell(value), Cell(interval?.Low), Cell(interval?.High)];

    private static string Cell(double? value) => TrialsFile.Number(value ?? double.NaN);
}
