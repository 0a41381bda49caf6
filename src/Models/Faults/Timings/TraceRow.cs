using System.Text;
using Simulator.Models.Language;
using Simulator.Models.Workloads.Traces;

namespace Simulator.Models.Faults.Timings;

/// <summary>One fault of a record.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Start">When it began.</param>
/// <param name="Target">What it hit.</param>
/// <param name="End">When it ended; null for the end of the run.</param>
internal sealed record TraceRow(int Line, Moment Start, Target Target, Moment? End)
{
    /// <summary>Reads <c>2022-04-05T07:38Z,us-east.a,2022-04-05T09:00Z</c> or <c>1d,links.coast,</c>.</summary>
    public static Parsed<TraceRow> Parse(int number, ReadOnlySpan<byte> line)
    {
        string[] columns = Encoding.UTF8.GetString(line).Split(',', StringSplitOptions.TrimEntries);
        if (line.Trim((byte)' ').IsEmpty) return Parsed.No<TraceRow>("the line is empty: each has a start, a target and an end");
        if (columns.Length != 3) return Parsed.No<TraceRow>($"'{Row.Shown(line)}' has {columns.Length} column{(columns.Length == 1 ? "" : "s")}: a start, a target and an end are expected, the end empty for that of the run");
        return Moment.Parse(columns[0]).Then(start => Target.Syntax.Parse(columns[1]).Then(target => Ended(columns[2], start).Then(end => Parsed.Ok(new TraceRow(number, start, target, end)))));
    }

    private static Parsed<Moment?> Ended(string text, Moment start) => text.Length == 0
        ? Parsed.Ok<Moment?>(null)
        : Moment.Parse(text).Then(end =>
            end.Utc is null != start.Utc is null ? Parsed.No<Moment?>($"'{start}' and '{end}' are an offset and a UTC instant: write both the same way")
            : end.Utc <= start.Utc || end.Offset <= start.Offset ? Parsed.No<Moment?>($"'{end}' is not after the start, '{start}'")
            : Parsed.Ok<Moment?>(end));
}
