using System.Globalization;
using System.Text;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions.Data;

/// <summary>
/// Reads a column of observed values from a CSV file: one value a line, with or without a head. A value is a number, whose unit the head gives in brackets
/// (<c>restore time [min]</c>) or the caller, or a text with its unit (<c>1h 5m</c>). <c>&gt;5h</c> is right-censored: more than that, nobody knows how much.
/// Lines that begin with # are comments.
/// </summary>
public static class DataFile
{
    private const int MostBytes = 20_000_000;
    private const int MostValues = 100_000;

    /// <summary>Reads it, or says what is wrong, with the line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="column">The column's head, with or without its unit; empty where the file has one column.</param>
    /// <param name="unit">Unit of bare numbers; null where the head or the values tell it.</param>
    public static Parsed<DataColumn> Read(string path, string name, string column = "", DataUnit? unit = null)
    {
        Parsed<IReadOnlyList<(int Number, string Text)>> lines = Lines(path);
        Parsed<DataColumn> read = lines.Then(found => Column(found, column, unit));
        return read.Problem is { } problem ? Parsed.No<DataColumn>($"{name}:{problem}") : read;
    }

    private static Parsed<DataColumn> Column(IReadOnlyList<(int Number, string Text)> lines, string column, DataUnit? unit)
    {
        if (lines.Count == 0) return Parsed.No<DataColumn>(" no values are in it: one a line is expected, below a head such as restore time [min]");
        IReadOnlyList<string> first = Cells.Of(lines[0].Text);
        bool hasHead = column.Length > 0 || !first.All(cell => new Cell(cell, unit).Read().Problem is null);
        Parsed<int> at = hasHead ? Head(first, column, lines[0].Number) : first.Count == 1 ? Parsed.Ok(0)
            : Parsed.No<int>($"{lines[0].Number}: {first.Count} columns without heads: name them in the first line, and the wanted one with --column");
        if (at.Problem is { } problem) return Parsed.No<DataColumn>(problem);
        bool isToldHere = unit is null;
        (string head, string written) = hasHead ? Split(first[at.Value]) : ("", "");
        if (unit is null && written.Length > 0)
        {
            Parsed<DataUnit> told = DataUnit.Parse(written);
            if (told.Problem is { } wrong) return Parsed.No<DataColumn>($"{lines[0].Number}: the head '{first[at.Value]}': {wrong}");
            unit = told.Value;
        }
        return Values(lines.Skip(hasHead ? 1 : 0), at.Value, unit).Then(values =>
            values.Count == 0 ? Parsed.No<DataColumn>($"{lines[0].Number}: there is a head and no value below it")
            : Parsed.Ok(new DataColumn(head, values[0].Measure, [.. values.Select(value => value.Observation)]) { IsOneOfSeveral = first.Count > 1, TellsItsUnit = isToldHere }));
    }

    private static Parsed<int> Head(IReadOnlyList<string> heads, string column, int line)
    {
        string[] names = [.. heads.Select(head => Split(head).Name)];
        if (column.Length == 0 && heads.Count == 1) return Parsed.Ok(0);
        string listed = string.Join(", ", names.Select(head => $"'{head}'"));
        if (column.Length == 0) return Parsed.No<int>($"{line}: there are {heads.Count} columns, {listed}: say which");
        int at = Math.Max(Array.IndexOf(names, column), heads.ToList().IndexOf(column));
        return at >= 0 ? Parsed.Ok(at) : Parsed.No<int>($"{line}: there is no column '{column}': there is {listed}{Near.Hint(column, names)}");
    }

    private static Parsed<IReadOnlyList<(Measure Measure, Observation Observation)>> Values(IEnumerable<(int Number, string Text)> lines, int at, DataUnit? unit)
    {
        List<(Measure Measure, Observation Observation)> values = [];
        foreach ((int number, string text) in lines)
        {
            IReadOnlyList<string> cells = Cells.Of(text);
            if (at >= cells.Count) return No(number, $"there is no column {at + 1} in '{Shown(text)}'");
            var cell = new Cell(cells[at], unit);
            Parsed<(Measure Measure, double Value)> read = cell.Read();
            if (read.Problem is { } problem) return No(number, problem);
            if (values.Count > 0 && values[0].Measure != read.Value.Measure)
                return No(number, $"'{Shown(cell.Text)}' is {read.Value.Measure.Noun}, but line {values[0].Observation.Line} holds {values[0].Measure.Noun}: a column holds one kind of thing");
            values.Add((read.Value.Measure, new Observation(read.Value.Value, cell.IsCensored, number)));
            if (values.Count > MostValues) return No(number, $"more than {MostValues} values: take a random sample of them, it says as much");
        }
        return Parsed.Ok<IReadOnlyList<(Measure, Observation)>>(values);

        static Parsed<IReadOnlyList<(Measure, Observation)>> No(int line, string problem) => Parsed.No<IReadOnlyList<(Measure, Observation)>>($"{line}: {problem}");
    }

    /// <summary>The lines that hold something, with their numbers.</summary>
    private static Parsed<IReadOnlyList<(int Number, string Text)>> Lines(string path)
    {
        static Parsed<IReadOnlyList<(int, string)>> No(string problem) => Parsed.No<IReadOnlyList<(int, string)>>(problem);
        if (!File.Exists(path)) return No(Directory.Exists(path) ? " this is a folder" : " there is no such file");
        try
        {
            if (new FileInfo(path).Length > MostBytes) return No(" the file is larger than 20 MB");
            string[] lines = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').Split('\n');
            if (lines.Any(line => line.TrimEnd('\r').Any(c => char.IsControl(c) && c != '\t'))) return No(" the file is not text: a CSV file is expected");
            return Parsed.Ok<IReadOnlyList<(int, string)>>([.. lines.Select((line, index) => (index + 1, line.Trim())).Where(line => line.Item2.Length > 0 && line.Item2[0] != '#')]);
        }
        catch (DecoderFallbackException)
        {
            return No(" the file is not text in UTF-8: a CSV file is expected");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return No(" the file cannot be read");
        }
    }

    /// <summary><c>restore time [min]</c> is a name and a unit.</summary>
    private static (string Name, string Unit) Split(string head)
    {
        int open = head.LastIndexOfAny(['[', '(']);
        return open > 0 && head[^1] is ']' or ')' ? (head[..open].Trim(), head[(open + 1)..^1].Trim()) : (head, "");
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "..." : text;

    /// <summary>One value as it is written.</summary>
    private sealed class Cell(string text, DataUnit? unit)
    {
        public string Text { get; } = text;

        public bool IsCensored { get; } = text.StartsWith('>');

        private string Bare => IsCensored ? Text[1..].Trim() : Text;

        public Parsed<(Measure Measure, double Value)> Read()
        {
            if (Bare.Length == 0) return No("nothing is written: a value is expected, such as 90s, or a number");
            if (double.TryParse(Bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number))
            {
                if (!double.IsFinite(number)) return No($"'{Shown(Text)}' is not a number");
                return number < 0 ? No($"'{Shown(Text)}' is negative: values are 0 or more")
                    : Parsed.Ok(unit is null ? (Measure.Amount, number) : (unit.Measure, number * unit.Factor));
            }
            foreach (Measure measure in (Measure[])[Measure.Duration, Measure.Size])
                if (measure.Read(Bare) is { Problem: null } read)
                    return double.IsInfinity(read.Value) ? No("'never' is no observation: write > and how long it was watched, such as >5h") : Parsed.Ok((measure, read.Value));
            return No($"'{Shown(Text)}' is not a value: write a number, or one with its unit such as 90s, 1h 5m or 20 GB, and > before it where it is known only to be more");
        }

        private static Parsed<(Measure, double)> No(string problem) => Parsed.No<(Measure, double)>(problem);
    }
}
