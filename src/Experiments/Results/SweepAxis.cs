using MathNet.Numerics.Statistics;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Results;

/// <summary>One axis of a study with <c>vary</c>, as results show it.</summary>
/// <param name="Name">The path that is varied, or the name of the axis.</param>
/// <param name="Unit">Unit of its values where all are numbers of one kind; else empty.</param>
/// <param name="Levels">Its values, each once: numbers from the smallest to the largest, others in the order of the file.</param>
public sealed record SweepAxis(string Name, string Unit, IReadOnlyList<Level> Levels)
{
    /// <summary>Whether its values are numbers of one kind.</summary>
    public bool IsNumeric => Unit.Length > 0;

    /// <summary>Its name with the unit in brackets.</summary>
    public string Head => IsNumeric ? $"{Name} [{Unit}]" : Name;

    /// <summary>The axes of a study, in the order of the file.</summary>
    public static IReadOnlyList<SweepAxis> Of(Study study) => [.. study.Variants.SelectMany(variant => variant.Levels).GroupBy(level => level.Axis).Select(Of)];

    /// <summary>Where a variant stands on it; null where it stands nowhere.</summary>
    public Level? LevelOf(Study study, string variant) => study.Variants.FirstOrDefault(v => v.Name == variant)?.Levels.FirstOrDefault(level => level.Axis == Name);

    /// <summary>
    /// The share of a figure's variance over the variants that this axis explains alone: of few values that come often, what differs between their means;
    /// of many values, as of a sample, the correlation ratio of a polynomial, or of too few for that the square of the correlation of the ranks.
    /// </summary>
    /// <param name="points">Where each variant stands, and the figure there; infinite ones are passed over.</param>
    public double ShareOf(IReadOnlyList<(Level Level, double Value)> points)
    {
        (Level Level, double Value)[] finite = [.. points.Where(point => double.IsFinite(point.Value))];
        if (finite.Length < 2) return 0;
        double[] values = Array.ConvertAll(finite, point => point.Value);
        double mean = Student.Mean(values), total = values.Sum(value => (value - mean) * (value - mean));
        if (total <= 0) return 0;
        IGrouping<string, (Level, double Value)>[] groups = [.. finite.GroupBy(point => point.Level.Text)];
        if (!IsNumeric || groups.Length * 3 <= finite.Length)
            return groups.Sum(group => group.Count() * Math.Pow(group.Average(point => point.Value) - mean, 2)) / total;
        double[] sorted = [.. finite.Select(point => point.Level.Value!.Value).Order()];
        double[] places = Array.ConvertAll(finite, point => (Array.BinarySearch(sorted, point.Level.Value!.Value) + 0.5) / sorted.Length);
        return CorrelationRatio.Of(places, values, luck: 0)?.Share ?? Math.Pow(Correlation.Spearman(places, values), 2);
    }

    private static SweepAxis Of(IGrouping<string, Level> levels)
    {
        Level[] all = [.. levels.DistinctBy(level => level.Text)];
        bool isNumeric = all.All(level => level.Value is not null && level.Unit == all[0].Unit);
        return new SweepAxis(levels.Key, isNumeric ? all[0].Unit : "", isNumeric ? [.. all.OrderBy(level => level.Value)] : all);
    }
}
