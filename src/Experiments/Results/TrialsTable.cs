using System.Globalization;

namespace Simulator.Experiments.Results;

/// <summary>A <c>trials.csv</c> that was read again.</summary>
internal sealed class TrialsTable
{
    private const int Keys = 2; // variant and trial
    private readonly IReadOnlyList<string> _heads;
    private readonly ILookup<string, IReadOnlyList<string>> _rows;

    private TrialsTable(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        _heads = heads;
        _rows = rows.ToLookup(row => Unguarded(row[0]));
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is no such table.</exception>
    internal static TrialsTable Read(string text)
    {
        List<IReadOnlyList<string>> rows = [.. Lines(text)];
        if (rows.Count == 0 || rows[0].Count < Keys || rows[0][0] != "variant" || rows[0][1] != "trial") throw new FormatException("trials.csv does not begin with the columns variant and trial");
        int uneven = rows.FindIndex(row => row.Count != rows[0].Count);
        if (uneven > 0) throw new FormatException($"line {uneven + 1} of trials.csv has {rows[uneven].Count} cells, not {rows[0].Count}");
        return new TrialsTable(rows[0], rows.Skip(1));
    }

    /// <summary>The columns of one variant; those without a single value are left out.</summary>
    /// <exception cref="FormatException">It does not hold the trials of the variant, one after the other.</exception>
    internal IReadOnlyList<StoredColumn> Of(string variant, int trials)
    {
        IReadOnlyList<string>[] rows = [.. _rows[variant]];
        if (rows.Length != trials || rows.Where((row, i) => row[1] != i.ToString(CultureInfo.InvariantCulture)).Any())
            throw new FormatException($"trials.csv does not hold the {trials} trials of '{variant}' that summary.json speaks of");
        return [.. Enumerable.Range(Keys, _heads.Count - Keys).Select(at => new StoredColumn(_heads[at], [.. rows.Select(row => Number(row[at]))]))
            .Where(column => !Array.TrueForAll(column.Values, double.IsNaN))];
    }

    private static double Number(string cell) => cell switch
    {
        "" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static string Unguarded(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static IEnumerable<IReadOnlyList<string>> Lines(string text)
    {
        List<string> row = [];
        for (int at = 0; at < text.Length;)
        {
            row.Add(Cell(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at == text.Length) row.Add("");
                continue;
            }
            yield return row;
            row = [];
            while (at < text.Length && text[at] is '\r' or '\n') at++;
        }
        if (row.Count > 0) yield return row;
    }

    /// <summary>Reads a cell, which is quoted or ends at the next comma or line.</summary>
    private static string Cell(string text, ref int at)
    {
        int begin = at;
        if (at == text.Length || text[at] != '"')
        {
            while (at < text.Length && text[at] is not (',' or '\r' or '\n')) at++;
            return text[begin..at];
        }
        for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')); at++)
            if (text[at] == '"') at++;
        if (at == text.Length) throw new FormatException("a quoted cell of trials.csv does not end");
        return text[(begin + 1)..at++].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
