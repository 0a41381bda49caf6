using System.Globalization;
using System.Text;

namespace Simulator.Experiments.Replays;

/// <summary>The table of a replay as a file: <c>replay.csv</c>, one row a figure; values in the unit of the column beside them.</summary>
public static class ReplayFile
{
    /// <summary>Writes it.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="path">The file.</param>
    public static void Write(IReadOnlyList<ReplayRow> rows, string path)
    {
        var text = new StringBuilder("incident,variant,figure,published,simulated,low,high,unit,verdict,inputs\n");
        foreach (ReplayRow row in rows)
            text.Append(string.Join(',', [
                Quoted(row.Incident), Quoted(row.Variant), Quoted(row.Figure), Quoted(row.Published), Number(row.Result.Value), Number(row.Result.Interval?.Low), Number(row.Result.Interval?.High),
                row.Result.Unit, row.Result.Verdict.ToString(), Quoted(string.Join(' ', row.Inputs ?? []))])).Append('\n');
        File.WriteAllText(path, text.ToString());
    }

    private static string Number(double? value) => value is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
