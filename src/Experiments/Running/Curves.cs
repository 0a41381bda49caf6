using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Running;

/// <summary>Shares over time, over all trials of a variant.</summary>
internal static class Curves
{
    private const int MostPoints = 400;
    private static readonly TimeSpan[] s_grids =
    [
        .. new[] { 1, 5, 15 }.Select(s => TimeSpan.FromSeconds(s)),
        .. new[] { 1, 5, 15 }.Select(m => TimeSpan.FromMinutes(m)),
        .. new[] { 1, 2, 6, 12, 24, 7 * 24, 28 * 24 }.Select(h => TimeSpan.FromHours(h)),
    ];

    /// <summary>One curve for every figure that is a share over time, all on one grid: up to the moment from which no trial changes.</summary>
    internal static IReadOnlyList<Curve> Of(VariantTrials trials)
    {
        Figure[] figures = [.. trials.Figures.Where(f => f.Measure.OverTime is not null)];
        if (figures.Length == 0) return [];
        double end = figures.Max(f => trials.Trials.Max(t => EndOf(t.SharesOf(f))));
        TimeSpan[] times = Grid(end);
        return [.. figures.Select(f => Of(f, times, [.. trials.Trials.Select(t => t.SharesOf(f))]))];
    }

    /// <summary>Whole hours, or the finest of a row of round steps that needs no more than 400 points.</summary>
    internal static TimeSpan[] Grid(double end)
    {
        TimeSpan step = Array.Find(s_grids, s => s.TotalSeconds * MostPoints >= end);
        if (step == TimeSpan.Zero) step = TimeSpan.FromDays(Math.Ceiling(end / MostPoints / 86_400));
        int last = (int)Math.Ceiling(end / step.TotalSeconds);
        return [.. Enumerable.Range(0, last + 1).Select(i => step * i)];
    }

    private static double EndOf(Steps steps) => steps.Last < 1 ? steps.End : steps.Seconds[^1];

    private static Curve Of(Figure figure, TimeSpan[] times, Steps[] trials)
    {
        List<double> low = [], median = [], high = [];
        foreach (TimeSpan time in times)
        {
            double[] shares = Array.ConvertAll(trials, t => t.At(time.TotalSeconds));
            Array.Sort(shares);
            low.Add(OrderStatistics.Value(shares, 0.05));
            median.Add(OrderStatistics.Value(shares, 0.50));
            high.Add(OrderStatistics.Value(shares, 0.95));
        }

        return new Curve(figure.Measure.Word, figure.Subject.ToString(), times, low, median, high);
    }
}
