using System.Globalization;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes <c>trials.csv</c> (RFC 4180 with line feeds): one row a trial of a variant, <c>variant</c>, <c>trial</c> (from 0), <c>draw</c> (from 0) in a study in which something is uncertain, then one column a figure with
/// its unit in brackets. Numbers are the shortest that read back the same; an infinite one is <c>inf</c>, a missing one an empty cell. Text that a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
public static class TrialsFile
{
    /// <summary>Writes the rows of all variants; a column that a variant does not have is empty in its rows.</summary>
    /// <exception cref="IOException">The text cannot be written.</exception>
    public static void Write(StudyResult result, TextWriter to)
    {
        string[] columns = [.. result.Variants.SelectMany(v => v.Rows.Columns).Distinct()];
        int? perDraw = result.Study.Uncertainty is null ? null : result.Study.Trials;
        WriteRow(to, ["variant", "trial", .. perDraw is null ? (string[])[] : ["draw"], .. columns.Select(Text)]);
        foreach (VariantResult variant in result.Variants)
        {
            int[] places = [.. columns.Select(column => IndexOf(variant.Rows.Columns, column))];
            for (int trial = 0; trial < variant.Rows.Rows.Count; trial++)
            {
                IReadOnlyList<double> row = variant.Rows.Rows[trial];
                IEnumerable<string> cells = places.Select(place => place < 0 ? "" : Number(row[place]));
                WriteRow(to, [Text(variant.Name), trial.ToString(CultureInfo.InvariantCulture), .. perDraw is { } trials ? (string[])[(trial / trials).ToString(CultureInfo.InvariantCulture)] : [], .. cells]);
            }
        }
    }

    /// <summary>A text as a cell: quoted where it must be, and never a formula.</summary>
    public static string Text(string text)
    {
        string safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    internal static string Number(double value) =>
        double.IsNaN(value) ? "" : double.IsPositiveInfinity(value) ? "inf" : (value == 0 ? 0 : value).ToString("R", CultureInfo.InvariantCulture);

    private static int IndexOf(IReadOnlyList<string> columns, string column)
    {
        for (int i = 0; i < columns.Count; i++)
            if (columns[i] == column) return i;
        return -1;
    }

    internal static void WriteRow(TextWriter to, string[] cells)
    {
        to.Write(string.Join(',', cells));
        to.Write('\n');
    }
}
