using ScottPlot;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One variant's row: what adds up, in the order of the key.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Parts">The parts, each with its number in the key.</param>
public sealed record StackedRow(string Variant, IReadOnlyList<(int Part, double Value)> Parts)
{
    /// <summary>All of it.</summary>
    public double Total => Parts.Sum(part => part.Value);
}

/// <summary>Rows of what adds up, a row a variant.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Across">Title of the axis.</param>
/// <param name="Words">What the parts are called.</param>
/// <param name="Rows">The variants.</param>
public abstract record StackedRows(string Name, string Title, string Caption, string Unit, string Across, IReadOnlyList<string> Words, IReadOnlyList<StackedRow> Rows) : Chart(Name, Title, Caption)
{
    private static readonly Color[] s_colors = [Inks.Blue, Inks.Vermilion, Inks.Green, Inks.Orange, Inks.Purple, Inks.Sky, Inks.Muted];

    /// <inheritdoc/>
    public override int Height => 90 + Math.Max(2, Rows.Count) * Math.Clamp(480 / Rows.Count, 34, 80);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Words.Select((word, part) => new Key(word, Mark.Area, ColorOf(part)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        Axis axis = Axis.Linear(Rows.Max(row => row.Total) * 1.02, Unit);
        plot.Across(axis, Across);
        plot.NamedRows([.. Rows.Select(row => row.Variant)], [.. Rows.Select(row => Humane.Format(row.Total, Unit))], "");
        for (int i = 0; i < Rows.Count; i++)
        {
            double from = 0;
            foreach ((int part, double value) in Rows[i].Parts)
            {
                plot.Block(axis.Place(from), axis.Place(from + value), -i - 0.8, -i - 0.2, ColorOf(part));
                from += value;
            }
        }
    }

    private static Color ColorOf(int part) => s_colors[part % s_colors.Length];
}
