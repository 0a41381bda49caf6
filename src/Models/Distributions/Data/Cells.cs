using System.Text;

namespace Simulator.Models.Distributions.Data;

/// <summary>The cells of a line of CSV (RFC 4180): separated by commas; a cell in double quotes may hold commas, and a quote as two.</summary>
internal static class Cells
{
    /// <summary>The cells without quotes and without spaces around them.</summary>
    public static IReadOnlyList<string> Of(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) Close();
            else cell.Append(line[i]);
        }
        Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
