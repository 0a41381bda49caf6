using Simulator.Models.Language;
using Simulator.Models.Workloads.Traces;

namespace Simulator.Models.Faults.Timings;

/// <summary>Reads a record of faults, or tells the first line that is wrong, as <c>faults.csv:3: what is wrong</c>.</summary>
internal static class TraceReader
{
    /// <summary>The line of the first fault.</summary>
    public const int FirstLine = 2;

    private const string Head = "start,target,end";
    private const int MostRows = 100_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">What messages call it.</param>
    public static Parsed<IReadOnlyList<TraceRow>> Read(string path, string name)
    {
        if (!File.Exists(path)) return No($"{name}: there is no such file in the folder of the scenario");
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Read(new Lines(stream, 0), name);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return No($"{name}: the file cannot be read");
        }
    }

    private static Parsed<IReadOnlyList<TraceRow>> Read(Lines lines, string name)
    {
        if (!lines.Next(out ReadOnlySpan<byte> line)) return No($"{name}:1: the file is empty: its first line is {Head}");
        string head = Row.Shown(line).TrimStart('\uFEFF').Replace(" ", "", StringComparison.Ordinal);
        if (head != Head) return No($"{name}:1: '{head}' is not the first line of a record of faults: its columns are named first, {Head}");
        List<TraceRow> rows = [];
        for (int number = FirstLine; lines.Next(out line); number++)
        {
            Parsed<TraceRow> row = line.Length > Lines.Longest ? Parsed.No<TraceRow>("the line is too long for a start, a target and an end")
                : rows.Count == MostRows ? Parsed.No<TraceRow>($"the record has more than {MostRows} faults")
                : TraceRow.Parse(number, line);
            if (row.Problem is { } problem) return No($"{name}:{number}: {problem}");
            rows.Add(row.Value);
        }
        return rows.Count == 0 ? No($"{name}:1: the record ends after its first line: at least one fault is needed") : Parsed.Ok<IReadOnlyList<TraceRow>>(rows);
    }

    private static Parsed<IReadOnlyList<TraceRow>> No(string problem) => Parsed.No<IReadOnlyList<TraceRow>>(problem);
}
