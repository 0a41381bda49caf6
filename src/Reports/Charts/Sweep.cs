using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;

namespace Simulator.Reports.Charts;

/// <summary>What figures do along the axes of a study with <c>vary</c>: a line along one, a map over two or more, points of a sample.</summary>
public static class Sweep
{
    /// <summary>The charts; none of a study with a few named variants, whose pictures stand side by side as they are.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        List<SweepAxis> axes = [.. SweepAxis.Of(result.Study with { Variants = [.. result.Study.Variants.Where(v => result.Variants.Any(r => r.Name == v.Name))] }).Where(axis => axis.Levels.Count > 1)];
        bool isSweep = SweepFigure.IsMany(result) || axes.Exists(axis => axis.IsNumeric && axis.Levels.Count > 2);
        if (!isSweep || axes.Count == 0) return [];
        // Of a sample hardly any combination of places was tried, and each of its axes has about as many places as there are variants.
        bool isSample = axes.Aggregate(1.0, (product, axis) => product * axis.Levels.Count) > 3 * result.Variants.Count && axes.Exists(axis => axis.IsNumeric && axis.Levels.Count * 3 > result.Variants.Count);
        return SweepFigure.Of(result).Where(figure => figure.Points.Any(p => double.IsFinite(p.Value))).Select(figure =>
        {
            string name = $"sweep-{Words.Slug(figure.Label)}";
            return isSample ? SweepScatter.Of(figure, name, axes)
                : axes.Count > 1 ? SweepMap.Of(figure, name, axes)
                : axes[0].IsNumeric ? (Chart)SweepLine.Of(figure, name, axes[0])
                : SweepMap.Of(figure, name, [new SweepAxis("figure", "", [new("figure", Words.Plain(figure.Label, 20), null, "")]), axes[0]]);
        });
    }
}
