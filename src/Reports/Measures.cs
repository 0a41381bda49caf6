using Simulator.Experiments.Results;

namespace Simulator.Reports;

/// <summary>The measures' words that reports treat in a way of their own. Every other measure is shown in tables only.</summary>
public static class Measures
{
    /// <summary>From the first deletion until the last tenant is served again.</summary>
    public const string TimeToLast = "time to last";

    /// <summary>How many tenants were hit at all.</summary>
    public const string BlastRadius = "blast radius";

    /// <summary>Whether a column of the trials' table is the total recovery time: when the last one is back.</summary>
    public static bool IsRecoveryTime(string column) =>
        column.StartsWith(TimeToLast, StringComparison.Ordinal);

    /// <summary>Whether a summary tells how many were hit.</summary>
    public static bool IsBlastRadius(MeasureSummary summary) => summary.Measure == BlastRadius;

    /// <summary>Whether a summary tells the longest time that any tenant lost.</summary>
    public static bool IsWorstLoss(MeasureSummary summary) =>
        summary.Measure == "loss" && summary.Subject.StartsWith("worst", StringComparison.Ordinal);

    /// <summary>Whether a sample holds durations of all members of all trials, of a certain measure.</summary>
    public static bool IsOfEach(Sample sample, string measure) => sample.Measure == measure && sample.Unit == "s"
        && sample.Subject.StartsWith("each", StringComparison.Ordinal) && sample.Sorted.Count > 0;

    /// <summary>Whether a summary tells what the recovery cost tenants that were not hit.</summary>
    public static bool IsLossOfOthers(MeasureSummary summary) => summary.Measure.StartsWith("rolled back", StringComparison.Ordinal);
}
