using Simulator.Experiments.Results;
using Simulator.Reports.Series;

namespace Simulator.Reports.Charts;

/// <summary>All charts that a report may show, in its order. A new recipe is a new file and a line here.</summary>
public static class Gallery
{
    /// <summary>The charts for which a result holds data. Of very many variants only the baseline has pictures of its own; a sweep shows all.</summary>
    public static IReadOnlyList<Chart> Of(StudyResult result) =>
        [.. Sweep.Of(result), .. LuckAndIgnorance.Of(result), .. OfVariants(SweepFigure.IsMany(result) ? SweepFigure.BaselineOf(result) : result)];

    private static IEnumerable<Chart> OfVariants(StudyResult result) =>
    [
        .. Restored.Of(result),
        .. RestoredByVariant.Of(result),
        .. Restoration.Of(result),
        .. RecoveryTime.Of(result),
        .. RecoverySpread.Of(result),
        .. WhereTimeWent.Of(result),
        .. Downtime.Of(result),
        .. DowntimeByCause.Of(result),
        .. WorstMonth.Of(result),
        .. MonthlyCost.Of(result),
        .. Loss.Of(result),
        .. RestorePhases.Of(result),
        .. RecoveryPoints.Of(result),
        .. Lag.Of(result),
        .. CommitLatency.Of(result),
        .. StaleReads.Of(result),
        .. Bars.Of(result),
    ];
}
