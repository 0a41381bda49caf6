using Simulator.Models.Distributions.Data;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// What was observed, drawn again: <c>empirical(restore-times.csv)</c>, or of a file with several columns <c>empirical(restores.csv column restore time)</c>.
/// Each value of the file is as likely as any other, and nothing else is ever drawn: what happens once in a thousand times is in no file of fifty.
/// </summary>
/// <param name="File">The file's path from the folder of the scenario; see <see cref="DataFile"/>.</param>
/// <param name="Column">The column's head; empty where the file has one column.</param>
/// <param name="Measure">In what its values are told.</param>
public sealed record Empirical(string File, string Column, Measure Measure) : Distribution
{
    private const string ColumnWord = " column ";

    /// <summary>The values, ascending.</summary>
    private double[]? Opened { get; init; }

    private double[] Sorted => Opened ?? throw new InvalidOperationException($"{File} was never opened: a file of values is read with the scenario file that names it");

    /// <inheritdoc/>
    public override double Mean => Sorted.Average();

    /// <inheritdoc/>
    public override double Quantile(double u) => Sorted[Math.Clamp((int)Math.Ceiling(u * Sorted.Length) - 1, 0, Sorted.Length - 1)];

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        int low = 0, high = Sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Sorted[middle] <= x) low = middle + 1;
            else high = middle;
        }
        return (double)low / Sorted.Length;
    }

    /// <inheritdoc/>
    internal override bool NeedsFile => Opened is null;

    /// <summary>As in a scenario.</summary>
    public override string ToString() => $"empirical({File}{(Column.Length == 0 ? "" : ColumnWord + Column)})";

    /// <summary>Reads what stands between the parentheses.</summary>
    internal static Parsed<Distribution> Read(string text, string inside, Measure measure)
    {
        int at = inside.IndexOf(ColumnWord, StringComparison.Ordinal);
        (string file, string column) = at < 0 ? (inside, "") : (inside[..at].Trim(), inside[(at + ColumnWord.Length)..].Trim());
        return Folder.Misnamed(file) is { } wrong
            ? Parsed.No<Distribution>($"'{text}' {wrong}")
            : Parsed.Ok<Distribution>(new Empirical(file, column, measure));
    }

    /// <inheritdoc/>
    internal override Parsed<Distribution> Load(Folder folder) => folder.Open(File, $"values {Column}", path => DataFile.Read(path, File, Column)).Then(Of);

    private Parsed<Distribution> Of(DataColumn data)
    {
        Observation censored = data.Observations.FirstOrDefault(observation => observation.IsCensored);
        if (censored.IsCensored) return Parsed.No<Distribution>($"{File}:{censored.Line}: a value that is known only to be more than something cannot be drawn: fit a distribution with simulator fit");
        if (data.Measure != Measure) return Parsed.No<Distribution>($"{File}: its values are {data.Measure.Noun} each, where {Measure.Noun} is needed"
            + (data.IsWithoutUnit ? ": write the unit of the numbers in the head of the column, such as restore time [min]" : ""));
        double[] sorted = [.. data.Observations.Select(observation => observation.Value)];
        Array.Sort(sorted);
        return Parsed.Ok<Distribution>(this with { Opened = sorted });
    }
}
